/**
 * The same words as HTML: paragraphs, lines and links, and nothing that a program would have to fetch. `locale` tells
 * readers aloud how to speak it.
 */
export function plainHtml(subject: string, text: string, locale: string): string {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((one) => `<p>${escaped(one).replaceAll('\n', '<br>\n').replaceAll(address, link)}</p>`)
    .join('\n');
  return `<!doctype html>
<html lang="${locale === 'en' ? 'en' : 'id'}">
<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body>
${paragraphs}
</body>
</html>
`;
}

const address = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g;

function link(found: string): string {
  return `<a href="${found}">${found}</a>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
