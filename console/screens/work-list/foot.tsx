import type { ReactNode } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/text-context.tsx';

export interface FootProps {
  readonly count: number;
  readonly pages: {
    readonly next: string | null;
    readonly previous: unknown;
    readonly toNext: () => void;
    readonly toPrevious: () => void;
  };
}

export function Foot({ count, pages }: FootProps): ReactNode {
  const { t } = useText();
  const several = pages.next !== null || pages.previous !== null;
  return (
    <div className="foot">
      <p className="pages">
        {several ? (
          <>
            <button
              type="button"
              className="btn"
              disabled={pages.previous === null}
              onClick={pages.toPrevious}
            >
              <Icon name="back" />
              {t('console.previous')}
            </button>
            <button type="button" className="btn" disabled={pages.next === null} onClick={pages.toNext}>
              {t('console.next')}
              <Icon name="forward" />
            </button>
          </>
        ) : null}
        {t(pages.next === null ? 'console.list.last' : 'console.list.more', { count })}
      </p>
      <p className="keys">
        <span>
          <kbd>J</kbd> <kbd>K</kbd> {t('console.keys.short.move')}
        </span>
        <span>
          <kbd>Enter</kbd> {t('console.keys.short.open')}
        </span>
        <span>
          <kbd>A</kbd> {t('console.keys.short.act')}
        </span>
        <span>
          <kbd>?</kbd> {t('console.keys.short.all')}
        </span>
      </p>
    </div>
  );
}

const kinds = ['complaint', 'oversight', 'aspiration', 'information-request'] as const;

export function Legend({ marked }: { readonly marked: boolean }): ReactNode {
  const { t } = useText();
  return (
    <div className="legend">
      <dl>
        {kinds.map((kind) => (
          <div key={kind}>
            <dt>{t(`console.kind.${kind}.short`)}</dt>
            <dd>{t(`console.kind.${kind}`)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <Icon name="lock" label={t('console.legend.lock')} />
          </dt>
          <dd>{t('console.secrecy.L2')}</dd>
        </div>
        <div>
          <dt>
            <Icon name="hidden" label={t('console.legend.hidden')} />
          </dt>
          <dd>{t('console.secrecy.L1')}</dd>
        </div>
        <div>
          <dt>
            <Icon name="eye" label={t('console.legend.eye')} />
          </dt>
          <dd>{t('console.secrecy.L0')}</dd>
        </div>
        {marked ? (
          <div>
            <dt>
              <span className="turn" />
            </dt>
            <dd>{t('console.list.your-turn')}</dd>
          </div>
        ) : null}
        <div>
          <dt>{t('console.column.place')}</dt>
          <dd>{t('console.legend.place')}</dd>
        </div>
        <div>
          <dt>{t('console.legend.working-day')}</dt>
          <dd>{t('console.legend.working-day.meaning')}</dd>
        </div>
      </dl>
    </div>
  );
}
