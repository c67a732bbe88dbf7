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
  return (
    <div className="prose">
      {blocksOf(text).map((block) =>
        typeof block === 'string' ? (
          <p key={block}>{block}</p>
        ) : (
          <ul key={block.join()} className="bullets">
            {block.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        ),
      )}
    </div>
  );
}

/** In the order of the text: a paragraph as it is, points that follow each other as one list. */
function blocksOf(text: string): readonly (string | readonly string[])[] {
  const blocks: (string | string[])[] = [];
  for (const line of text.split('\n')) {
    const last = blocks.at(-1);
    if (!line.startsWith('- ')) blocks.push(line);
    else if (Array.isArray(last)) last.push(line.slice(2));
    else blocks.push([line.slice(2)]);
  }
  return blocks;
}
