import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { isLoadFault } from '../load-fault';
import { loadAnew } from '../parts/later';
import { WordsContext } from '../words-context';

interface Props {
  readonly children: ReactNode;
  /** Saves the workbook; `null` while there is nothing to save. */
  readonly onSave: (() => void) | null;
}

interface State {
  /** What happened: a part of the program did not come, or something is wrong with it. */
  readonly fault: 'notLoaded' | 'broken' | null;
}

/** A fault while drawing is a sentence and a way out; the session above it keeps the data. */
export class ErrorBoundary extends Component<Props, State> {
  static override contextType = WordsContext;
  declare context: React.ContextType<typeof WordsContext>;
  override state: State = { fault: null };

  static getDerivedStateFromError(error: unknown): State {
    return { fault: isLoadFault(error) ? 'notLoaded' : 'broken' };
  }

  private readonly retry = () => {
    loadAnew();
    this.setState({ fault: null });
  };

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === null) return this.props.children;
    const { onSave } = this.props;
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{this.context(`pane.${fault}.title`)}</MessageBarTitle>
          {this.context(`pane.${fault}.text`)}
        </MessageBarBody>
        <MessageBarActions>
          {onSave !== null && <Button onClick={onSave}>{this.context('pane.broken.save')}</Button>}
          <Button onClick={this.retry}>{this.context(`pane.${fault}.retry`)}</Button>
        </MessageBarActions>
      </MessageBar>
    );
  }
}
