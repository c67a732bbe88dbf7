import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const dictionary = /(react-aria|react-aria-components)\/dist\/private\/(?:([a-z]+)\/)?intlStrings\.mjs$/;
const indonesian = fileURLToPath(new URL('../text/aria-indonesian.ts', import.meta.url));

/**
 * React Aria speaks 34 languages, none of them Indonesian. This keeps English, adds ours
 * (`text/aria-indonesian.ts`) and leaves the other 33 out of the bundle.
 */
export function ariaTexts(): Plugin {
  return {
    name: 'tuntas-aria-texts',
    enforce: 'pre',
    load(id) {
      const found = dictionary.exec(id);
      if (found === null) return null;
      const part = found[2];
      const english = part === undefined ? './intl/en-US.mjs' : `../intl/${part}/en-US.mjs`;
      return [
        `import english from '${english}';`,
        `import { indonesian } from '${indonesian}';`,
        `export default { 'en-US': english, 'id-ID': { ...english, ...indonesian['${part ?? 'components'}'] } };`,
      ].join('\n');
    },
  };
}
