/** Opens the phone as a window of its own beside the page; without this it is a tab. */
import './start.css'

const size = 'popup,width=390,height=844'

document.addEventListener('submit', (event) => {
  const form = event.target
  if (form instanceof HTMLFormElement && form.dataset['window'] === 'phone')
    window.open('', form.target, size)
})
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (link?.dataset['window'] !== 'phone' || event.ctrlKey || event.metaKey || event.shiftKey)
    return
  event.preventDefault()
  window.open(link.href, link.target, size)
})
