import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { WordsContext } from '../words-context';

interface Props {
  readonly children: ReactNode;
  /** Saves the workbook; `null` while there is nothing to save. */
  readonly onSave: (() => void) | null;
}

/** A fault while drawing is a sentence and a way out; the session above it keeps the data. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  static override contextType = WordsContext;
  declare context: React.ContextType<typeof WordsContext>;
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const { onSave } = this.props;
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{this.context('pane.broken.title')}</MessageBarTitle>
          {this.context('pane.broken.text')}
        </MessageBarBody>
        <MessageBarActions>
          {onSave !== null && <Button onClick={onSave}>{this.context('pane.broken.save')}</Button>}
          <Button onClick={() => this.setState({ failed: false })}>
            {this.context('pane.broken.retry')}
          </Button>
        </MessageBarActions>
      </MessageBar>
    );
  }
}
