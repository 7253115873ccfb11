/** Whether this keyboard has a Command key. */
export const onMac = /Mac/.test(navigator.userAgent)
