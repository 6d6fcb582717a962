/** A table that becomes a list of cards where it does not fit; its roles are stated, so they stay. */
import type { ComponentChildren } from 'preact'

export type TableColumn = { head: string; numeric?: boolean | undefined }
export type TableRow = { key: string; cells: readonly ComponentChildren[] }

type Props = {
  caption: ComponentChildren
  /** Keep the caption for the ear where a heading already says it. */
  captionHidden?: boolean | undefined
  /** The first column names the row. */
  columns: readonly TableColumn[]
  rows: readonly TableRow[]
}

export function Table({ caption, captionHidden = false, columns, rows }: Props) {
  return (
    <div class="table-room">
      <table class="table" role="table">
        <caption class={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.head} scope="col" role="columnheader" class={side(column)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row.key} role="row">
              {columns.map((column, place) =>
                place === 0 ? (
                  <th key={column.head} scope="row" role="rowheader">
                    {row.cells[place]}
                  </th>
                ) : (
                  <td key={column.head} role="cell" class={side(column)} data-head={column.head}>
                    {row.cells[place]}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function side(column: TableColumn): string | undefined {
  return column.numeric ? 'numeric' : undefined
}
