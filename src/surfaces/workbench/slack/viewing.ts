// Shows a view on the page it belongs to: a form in the tab that asked for it, a home tab wherever that person is.
import type { OpenView } from './memory/views.ts';
import type { Workspace } from './workspace.ts';

export function showView(workspace: Workspace, how: 'open' | 'push' | 'update', open: OpenView): void {
  if (open.view.type === 'home') workspace.tell({ kind: 'home', person: open.person, view: open.view });
  else workspace.tell({ kind: 'view', client: open.client, how, view: open.view });
}
