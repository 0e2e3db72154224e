### All texts in English. Key: module-situation. The same keys and the same facts as nl.ftl.

## Errors

error-unexpected =
    Something went wrong on our side. What was saved is still there. Please try again in a few minutes.
error-not-allowed =
    You cannot do this here. Nothing has changed. Ask a staff member for help if you think you should be able to.
error-not-found =
    I cannot find this. Nothing has changed. Check the name and try again.
error-expired =
    This button has expired. What you did before is saved. Open the start message and begin again there.
error-bad-input =
    I do not quite understand this. Nothing has changed. Check what you filled in and try again.
error-too-many =
    You are doing a lot in a row. What you already did is saved. You can go on in { DURATION($wait_s) }.
error-unavailable =
    This does not work right now. What you already did is saved. Please try again in a few minutes.
