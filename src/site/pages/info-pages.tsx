import type { Reader } from '../parts/reader.ts';
import { Shell } from '../parts/shell.tsx';

const accessibilityParts = ['built', 'tested', 'known', 'tell'] as const;

/** What was done so that everybody can use the site, what is known to be missing, and whom to tell. */
export function AccessibilityPage({ reader }: { reader: Reader }) {
  const { t } = reader;
  return (
    <Article
      reader={reader}
      title={t('site.accessibility.title')}
      lead={t('site.accessibility.lead')}
      parts={accessibilityParts.map((part) => ({
        id: part,
        title: t(`site.accessibility.${part}.title`),
        text: t(`site.accessibility.${part}.text`),
      }))}
    />
  );
}

interface ArticleProps {
  readonly reader: Reader;
  readonly title: string;
  readonly lead: string;
  /** A line of the text is a paragraph, or one point of a list where it begins with a dash. */
  readonly parts: readonly { readonly id: string; readonly title: string; readonly text: string }[];
}

function Article({ reader, title, lead, parts }: ArticleProps) {
  return (
    <Shell reader={reader} title={title}>
      <div className="heading">
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
      </div>
      {parts.map((part) => (
        <section key={part.id} className="sec" aria-labelledby={part.id}>
          <h2 id={part.id}>{part.title}</h2>
          <Paragraphs text={part.text} />
        </section>
      ))}
    </Shell>
  );
}

/** A line of the text is a paragraph, or one point of a list where it begins with a dash. */
export function Paragraphs({ text }: { text: string }) {
  const lines = text.split('\n');
  const points = lines.filter((line) => line.startsWith('- '));
  return (
    <div className="prose">
      {lines
        .filter((line) => !line.startsWith('- '))
        .map((line) => (
          <p key={line}>{line}</p>
        ))}
      {points.length > 0 && (
        <ul className="bullets">
          {points.map((line) => (
            <li key={line}>{line.slice(2)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
