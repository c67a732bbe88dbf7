import { IntlMessageFormat } from 'intl-messageformat';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import type { Language } from './dates.ts';
import {
  initialLanguage,
  loadMessages,
  type Messages,
  rememberLanguage,
  whenTextsAreWanted,
} from './messages.ts';

export type Values = Readonly<Record<string, string | number | boolean | null>>;
/** A sentence in the reader's language for a key of `locales/<language>/console*.json`. */
export type Translate = (key: string, values?: Values) => string;

export interface Text {
  readonly language: Language;
  readonly t: Translate;
  /** Whether the key has a text; for words that come from data and may be newer than this build. */
  readonly knows: (key: string) => boolean;
  /** Resolved once the page speaks it; what the server said before is in the old one still. */
  readonly switchLanguage: (language: Language) => Promise<void>;
}

const TextContext = createContext<Text | null>(null);

interface Loaded {
  readonly language: Language;
  readonly messages: Messages;
}

/** Loads the language's texts before anything is shown, and keeps the old ones while another loads. */
export function TextProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [loaded, setLoaded] = useState<Loaded | null>(null);

  const turn = useRef(0);

  const load = useCallback(async (language: Language): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    const messages = await loadMessages(language);
    // Whoever asked later knows better what is wanted.
    if (mine !== turn.current) return;
    // Before anything below asks the server, which answers in the language of the page.
    document.documentElement.lang = language;
    setLoaded({ language, messages });
  }, []);

  useEffect(() => {
    whenTextsAreWanted(() => load(initialLanguage()));
    void load(initialLanguage());
  }, [load]);

  const text = useMemo(
    () =>
      loaded === null
        ? null
        : {
            language: loaded.language,
            t: translator(loaded.messages, loaded.language),
            knows: (key: string) => key in loaded.messages,
            switchLanguage: (language: Language) => {
              rememberLanguage(language);
              return load(language);
            },
          },
    [loaded, load],
  );

  if (text === null) return null;
  return (
    <I18nProvider locale={text.language === 'id' ? 'id-ID' : 'en-US'}>
      <TextContext value={text}>{children}</TextContext>
    </I18nProvider>
  );
}

export function useText(): Text {
  const text = use(TextContext);
  if (text === null) throw new Error('useText needs a TextProvider above it');
  return text;
}

function translator(messages: Messages, language: Language): Translate {
  const formats = new Map<string, IntlMessageFormat>();
  return (key, values) => {
    const message = messages[key];
    if (message === undefined) return key;
    if (!message.includes('{')) return message;
    let format = formats.get(key);
    if (format === undefined) {
      format = new IntlMessageFormat(message, language);
      formats.set(key, format);
    }
    return String(format.format(values));
  };
}
