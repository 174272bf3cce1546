import { useTranslation } from 'react-i18next';
import { count, size } from '../locales/format';
import { saveText } from '../ui/save';
import { Zh } from '../ui/Zh';

const PREVIEW_LINES = 9;
const PREVIEW_ROWS = 20;

/** How fields and coded values are said, and the name a file is saved under. */
type Words = {
  readonly nameOf: (code: string) => string;
  readonly wordOf: (value: string) => string;
  readonly file: string;
};

type Props = Words & { readonly value: unknown };

/** One value of an answer as a person reads it: words, lists, tables; a text of many lines is a file. */
export function ValueView({ value, ...words }: Props) {
  const { t } = useTranslation();
  if (value === null || value === undefined) {
    return <span className="quiet">{t('none')}</span>;
  }
  if (typeof value === 'boolean') {
    return t(value ? 'yes' : 'no');
  }
  if (typeof value === 'number') {
    return count(value);
  }
  if (typeof value === 'string') {
    return value.includes('\n') ? (
      <FileView text={value} file={words.file} />
    ) : (
      <ValueText text={words.wordOf(value)} />
    );
  }
  if (Array.isArray(value)) {
    return <ListView values={value} {...words} />;
  }
  return <TableView rows={[value as Record<string, unknown>]} {...words} />;
}

function ListView({ values, ...words }: Words & { readonly values: readonly unknown[] }) {
  const { t } = useTranslation();
  if (values.length === 0) {
    return <span className="quiet">{t('none')}</span>;
  }
  if (values.every((value) => typeof value === 'object' && value !== null)) {
    return <TableView rows={values as Record<string, unknown>[]} {...words} />;
  }
  return values.map((value, at) => (
    <span key={at} className="chip">
      <ValueText text={words.wordOf(String(value))} />
    </span>
  ));
}

/** A value may be a name that exists only in Chinese, or a word of the page's own language. */
function ValueText({ text }: { readonly text: string }) {
  return /\p{Script=Han}/u.test(text) ? <Zh>{text}</Zh> : text;
}

type TableProps = Words & { readonly rows: readonly Record<string, unknown>[] };

function TableView({ rows, ...words }: TableProps) {
  const { t } = useTranslation();
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return (
    <div className="answer-table" tabIndex={0}>
      <table className="plain">
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name}>{words.nameOf(name)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, PREVIEW_ROWS).map((row, at) => (
            <tr key={at}>
              {names.map((name) => (
                <td key={name}>
                  <ValueView value={row[name]} {...words} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > PREVIEW_ROWS ? (
        <p className="small quiet">{t('try.firstRows', { shown: PREVIEW_ROWS, all: rows.length })}</p>
      ) : null}
    </div>
  );
}

function FileView({ text, file }: { readonly text: string; readonly file: string }) {
  const { t } = useTranslation();
  const lines = text.trimEnd().split('\n');
  return (
    <>
      <button type="button" className="link" onClick={() => saveText(file, text, 'text/csv;charset=utf-8')}>
        {t('try.saveFile', { file, lines: count(lines.length - 1), size: size(new Blob([text]).size) })}
      </button>
      <pre className="answer-file" lang="zh-CN" tabIndex={0}>
        {lines.slice(0, PREVIEW_LINES).join('\n')}
        {lines.length > PREVIEW_LINES ? '\n\u2026' : ''}
      </pre>
    </>
  );
}
