// On chrome://extensions: takes the extension's access to a host away, or gives it, as a person does on its page of details.
// Access to single hosts can be chosen there only once access to all of them has been taken away, so those that were there
// are given again one by one.
const [id, pattern, give] = arguments;
const { developerPrivate } = chrome;
const { runtimeHostPermissions: before } = (await developerPrivate.getExtensionInfo(id)).permissions;
if (before?.hostAccess === "ON_ALL_SITES") {
  await developerPrivate.updateExtensionConfiguration({ extensionId: id, hostAccess: "ON_SPECIFIC_SITES" });
  for (const { host } of before.hosts.filter((had) => had.granted && had.host !== pattern)) {
    await developerPrivate.addHostPermission(id, host);
  }
  if (give) await developerPrivate.addHostPermission(id, pattern);
} else if (give) {
  await developerPrivate.addHostPermission(id, pattern);
} else {
  await developerPrivate.removeHostPermission(id, pattern);
}
