/** What an answer is made of; in JSON it goes out as it is. */
export type Content =
  | string
  | number
  | boolean
  | null
  | readonly Content[]
  | { readonly [name: string]: Content };

/** What one entry of a list is called in XML, by the name of the list. */
const entryOf: Readonly<Record<string, string>> = {
  endpoints: 'endpoint',
  formats: 'format',
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  service_request_updates: 'request_update',
  errors: 'error',
};

/** An XML 1.0 document in UTF-8; nothing is an empty element. Every text is escaped here and nowhere else. */
export function writeXml(root: string, content: Content): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${element(root, content)}\n`;
}

/** Names are our own words of the standard, never what somebody sent. */
function element(name: string, content: Content): string {
  const inner = innerXml(name, content);
  return inner === '' ? `<${name}/>` : `<${name}>${inner}</${name}>`;
}

function innerXml(name: string, content: Content): string {
  if (content === null) return '';
  if (typeof content !== 'object') return escapeText(String(content));
  if (isList(content)) return content.map((entry) => element(entryOf[name] ?? 'entry', entry)).join('');
  return Object.entries(content)
    .map(([field, value]) => element(field, value))
    .join('');
}

function isList(content: object): content is readonly Content[] {
  return Array.isArray(content);
}

/**
 * A text as the content of an element: what XML reads as its own is written as a reference, a carriage return too,
 * which a reader would turn into a line feed; what XML 1.0 cannot hold becomes U+FFFD.
 */
function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(unwritable, '\uFFFD')
    .replace(/[&<>"'\r]/g, (found) => references[found] ?? found);
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
};

/** Everything outside the production Char of XML 1.0, surrogates apart, of which none stands alone here. */
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
