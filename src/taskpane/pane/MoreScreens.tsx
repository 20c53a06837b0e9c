import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  useIsOverflowItemVisible,
  useOverflowMenu,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import type { ScreenId } from '../screens/registry';
import { useWords } from '../words-context';

interface MoreScreensProps {
  readonly offered: readonly ScreenId[];
  readonly onGo: (id: ScreenId) => void;
}

/** The screens whose tabs have no room; nothing where all have. */
export function MoreScreens({ offered, onGo }: MoreScreensProps) {
  const t = useWords();
  const { ref, isOverflowing, overflowCount } = useOverflowMenu<HTMLDivElement>();
  if (!isOverflowing) return null;
  const label = t('pane.screens.more', { count: overflowCount });
  return (
    <div ref={ref}>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            size="small"
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            aria-label={label}
            title={label}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {offered.map((id) => (
              <HiddenScreen key={id} id={id} onGo={onGo} />
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}

function HiddenScreen({ id, onGo }: { readonly id: ScreenId; readonly onGo: (id: ScreenId) => void }) {
  const t = useWords();
  const isVisible = useIsOverflowItemVisible(id);
  return isVisible ? null : <MenuItem onClick={() => onGo(id)}>{t(`pane.screen.${id}`)}</MenuItem>;
}
