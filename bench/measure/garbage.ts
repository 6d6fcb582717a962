/** Has a program under measurement collect its garbage, by the inspector of its Node. */

/** `port`: of the inspector, which the program was started with. */
export async function collectGarbage(port: number): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}/json/list`)
  const [target] = (await answer.json()) as { readonly webSocketDebuggerUrl: string }[]
  if (!target) throw new Error('nothing is listening for an inspector')
  const socket = new WebSocket(target.webSocketDebuggerUrl)
  await new Promise((resolve, reject) => {
    socket.onerror = reject
    socket.onopen = () => {
      socket.send(JSON.stringify({ id: 1, method: 'HeapProfiler.collectGarbage' }))
    }
    socket.onmessage = resolve
  })
  socket.close()
}
