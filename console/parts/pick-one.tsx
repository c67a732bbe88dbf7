import type { ReactNode } from 'react';
import {
  Button,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components/ComboBox';
import { useText } from '../text/text-context.tsx';
import { Icon } from './icon.tsx';

export interface Option {
  readonly id: string;
  readonly name: string;
  readonly hint?: string | undefined;
  /** How deep in a tree; only moves the name to the right. */
  readonly depth?: number;
}

interface PickOneProps {
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly Option[];
  readonly onChange: (id: string | null) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** Says nothing of being optional: in a filter everything is. */
  readonly unmarked?: boolean;
  /** Given where the options come from a search: what was typed. The options are then shown as they are. */
  readonly onSearch?: (text: string) => void;
  readonly searchText?: string;
  readonly empty?: string;
}

/** One of many by typing a part of its name; a combobox as ARIA describes it. */
export function PickOne(props: PickOneProps): ReactNode {
  const { label, value, options, onChange, hint, error, required = false, onSearch, searchText } = props;
  const { t } = useText();
  return (
    <ComboBox
      className="combo stack"
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      menuTrigger="focus"
      allowsEmptyCollection
      isRequired={required}
      isInvalid={error !== undefined}
      {...(onSearch === undefined
        ? { defaultItems: options }
        : { items: options, inputValue: searchText ?? '', onInputChange: onSearch })}
    >
      <Label>
        {label}
        {required || props.unmarked ? null : <small> {t('console.optional')}</small>}
      </Label>
      <div className="combo-line">
        <Input className="field" autoComplete="off" />
        <Button className="combo-open" aria-label={t('console.pick.open')}>
          <Icon name="down" />
        </Button>
      </div>
      {error === undefined ? null : <p className="field-error">{error}</p>}
      {hint === undefined ? null : (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <Popover className="combo-list" offset={2}>
        <ListBox<Option>
          renderEmptyState={() => <p className="combo-empty">{props.empty ?? t('console.pick.none')}</p>}
        >
          {(option) => (
            <ListBoxItem
              id={option.id}
              textValue={option.name}
              className={`combo-item depth-${Math.min(option.depth ?? 0, 6)}`}
            >
              <Text slot="label">{option.name}</Text>
              {option.hint === undefined ? null : <Text slot="description">{option.hint}</Text>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
