import { Button } from 'antd';
import { type ReactNode, useId } from 'react';
import './ReasonedButton.css';

type Props = {
  readonly children: ReactNode;
  readonly onClick?: () => void;
  /** Why it cannot be done now and who can change that; absent when it can. */
  readonly reason?: string | null | undefined;
  readonly primary?: boolean;
  readonly danger?: boolean;
  readonly submit?: boolean;
  readonly busy?: boolean;
};

/** A button that is never greyed without saying why: it stays reachable by keyboard and its reason stands below it. */
export function ReasonedButton(props: Props) {
  const id = useId();
  const { reason, primary = false, danger = false, submit = false, busy = false } = props;
  const barred = reason !== undefined && reason !== null;
  return (
    <span className="reasoned">
      <Button
        type={primary && !barred ? 'primary' : 'default'}
        danger={danger && !barred}
        htmlType={submit && !barred ? 'submit' : 'button'}
        loading={busy}
        aria-disabled={barred}
        aria-describedby={barred ? id : undefined}
        className={barred ? 'reasoned-barred' : ''}
        onClick={() => {
          if (!barred) {
            props.onClick?.();
          }
        }}
      >
        {props.children}
      </Button>
      {barred ? (
        <span id={id} className="reasoned-why">
          {reason}
        </span>
      ) : null}
    </span>
  );
}
