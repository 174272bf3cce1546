import { Drawer } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import './Side.css';

type Props = {
  readonly code?: string;
  readonly title: ReactNode;
  readonly wide?: boolean;
  readonly extra?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** The drawer beside a page: number, title, facts. */
export function Side({ code, title, wide = false, extra, onClose, children }: Props) {
  const { t } = useTranslation();
  const titleId = useId();
  return (
    <Drawer
      open
      mask={false}
      size={wide ? 860 : 500}
      onClose={onClose}
      closable={{ 'aria-label': t('action.close') }}
      rootClassName="side"
      title={
        <span className="side-title" id={titleId}>
          {code === undefined ? null : <span className="mono quiet">{code}</span>} {title}
        </span>
      }
      extra={extra}
      aria-labelledby={titleId}
    >
      <div className="side-body" tabIndex={0}>
        {children}
      </div>
    </Drawer>
  );
}
