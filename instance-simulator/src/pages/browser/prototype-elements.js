/** The damage to a page's elements; needs the other half, prototype-language.js, before it. */
const page = globalThis
const elementMethods = {
  remove(element) {
    element.parentNode.removeChild(element)
    return element
  },
  scrollTo(element) {
    const { left, top } = element.getBoundingClientRect()
    page.scrollTo(left + page.scrollX, top + page.scrollY)
    return element
  },
  update(element, content) {
    element.innerHTML = content
    return element
  },
  show(element) {
    element.style.display = ''
    return element
  },
  hide(element) {
    element.style.display = 'none'
    return element
  },
  visible: (element) => element.style.display !== 'none',
  next: (element) => element.nextElementSibling,
  previous: (element) => element.previousElementSibling,
  up: (element) => element.parentElement,
  down: (element) => element.firstElementChild,
  clone: (element, deep) => element.cloneNode(deep),
  empty: (element) => element.innerHTML.trim() === '',
  observe(element, name, handler) {
    element.addEventListener(name, handler)
    return element
  },
}
for (const name of Object.getOwnPropertyNames(elementMethods))
  page.HTMLElement.prototype[name] = elementMethods[name].methodize()
const NativeElement = page.Element
page.Element = function Element(tagName, attributes) {
  return Object.extend(page.document.createElement(tagName), attributes)
}
Object.extend(page.Element, elementMethods)
page.Element.prototype = NativeElement.prototype
page.$ = (element) => (typeof element === 'string' ? page.document.getElementById(element) : element)
