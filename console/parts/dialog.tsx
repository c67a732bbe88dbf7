import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useText } from '../text/text-context.tsx';
import { Icon } from './icon.tsx';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Cannot be left by Escape or by a click beside it. */
  readonly mustStay?: boolean;
}

/** A window above the page; keeps the focus inside and gives it back where it came from. */
export function Dialog({ title, onClose, children, mustStay = false }: DialogProps): ReactNode {
  const { t } = useText();
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      isDismissable={!mustStay}
      isKeyboardDismissDisabled={mustStay}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="window">
        <AriaDialog>
          <div className="window-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {mustStay ? null : (
              <button type="button" className="btn bare" onClick={onClose}>
                <Icon name="close" label={t('console.close')} />
              </button>
            )}
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
