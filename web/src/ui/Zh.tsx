import type { ReactNode } from 'react';

/** Names and documents that exist only in Chinese, marked so for readers and screen readers of the English pages. */
export function Zh({ children }: { readonly children: ReactNode }) {
  return <span lang="zh-CN">{children}</span>;
}
