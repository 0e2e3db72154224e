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

## Practice community

practice-port-taken =
    Port { $port } is already in use by another program. Choose another port, for example { $other }.

## Outbox

outbox-undelivered =
    A message did not arrive: { $what }. { $reason } The message is still in the list. Code: { $source }
outbox-no-platform = This kind of chat is not switched on.
outbox-too-often = It did not work for a whole day.
outbox-dm-closed = This person does not take private messages.
outbox-forbidden = The bot may not write there. Give the bot permission in that channel.
outbox-place-gone = The channel or message no longer exists. Choose another channel with /settings channel.
outbox-refused = Discord did not accept the message.
outbox-kind-poll-card = a new poll
outbox-kind-poll-result = the result of a poll
outbox-kind-poll-stopped = the notice that a poll was stopped
outbox-kind-start-message = the start message

## Set-up

people-on-hold = Your data is on hold, because you asked. So meeting is not possible now. Type /my-data to turn it on again.
people-no-community = The bot is not ready here yet. Ask an admin to type /settings show.
start-message = **Welcome to Bewonersbot**
    Here residents help each other. You need not be a member. Choose below what you want to do. You cannot break anything.
start-poll-button = Start a poll
setup-head = **Settings.** This is what the bot uses now:
setup-place = - { $place }: { $channel } { $exists ->
        [yes] (ready)
       *[no] (I make it when you press the button)
    }
setup-place-start = the start message
setup-place-helpdesk = asking questions
setup-place-polls = polls
setup-place-news = policy news
setup-place-meetings = getting to know each other
setup-place-staff = staff only
setup-staff-roles = { $known ->
        [yes] Staff: { $roles }.
       *[no] There is no role for staff yet. Choose it with /settings roles.
    }
setup-admin-roles = { $known ->
        [yes] Admins: { $roles }.
       *[no] There is no role for admins yet. Whoever manages the server is admin now.
    }
setup-role-gone = A role that you chose does not exist any more. Choose again with /settings roles.
setup-roles-how = Choose the roles below. You can choose more than one. A role that you take away no longer counts.
setup-pick-staff = Who is staff?
setup-pick-admin = Who is admin?
setup-not-everyone = That is the role of everyone. Then everyone could do everything. Nothing changed. Choose another role.
setup-language = Language of messages that everyone reads: { $language }.
setup-language-saved = Saved. New messages that everyone reads are in this language. The start message changes by itself.
setup-build-button = Make the channels
setup-built = { $done ->
        [yes] Done. The bot now uses { $channels }. The start message will be there in a moment.
       *[no] Not all channels were made. Give the bot the permission below. Then press the button again.
    }
setup-saved = Saved. It works at once.
setup-not-saved = This is not saved yet.
setup-no-forum = Only the channel for questions can be a forum. Nothing changed. Choose an ordinary channel.
setup-staff-open = { $everyone ->
        [yes] Mind: everyone can read along in { $channel }. Questions of residents come there. Press the button. Then I close the channel for others and use it.
       *[no] Mind: { $who } can read along in { $channel } too. Questions of residents come there. Press the button. Then I close the channel for others and use it.
    }
setup-staff-shut = { $who } cannot look into { $channel } yet. Press the button. Or give the role the permission 'view channel' yourself.
setup-staff-let-in = { $who } can look into { $channel } now.
setup-staff-closed = Done. Only staff and admins see { $channel } now. The bot uses this channel.
setup-close-button = Close { $channel } for others
setup-whole-server = this server
setup-lacking = - The bot lacks a permission in { $where }: { $right }. { $reason }
setup-right-view = view channels
setup-for-view = Without it the bot does not see the channel.
setup-right-send = send messages
setup-for-send = Without it the bot cannot say anything there.
setup-right-threads = send messages in threads
setup-for-threads = Without it the bot cannot answer in a forum or a thread.
setup-right-history = read message history
setup-for-history = Without it a message may come twice.
setup-right-files = attach files
setup-for-files = Without it the result does not come, because a picture goes with it.
setup-right-pin = pin messages
setup-for-pin = It is needed to pin the start message.
setup-right-meet = create private threads
setup-for-meet = Without it groups that meet get no thread of their own. They get direct messages instead.
setup-right-channels = manage channels
setup-for-channels = It is needed only to make the channels.
setup-right-roles = manage roles
setup-for-roles = It is needed only to open and close the channel of staff.
command-instellingen = Set up the bot, for admins
command-instellingen-toon = See the settings and make the channels
command-instellingen-kanaal = Choose another channel
command-instellingen-rollen = Choose who is staff and who is admin
command-instellingen-taal = Choose the language of messages that everyone reads
option-setup-place = What is the channel for?
option-setup-channel = Which channel?
option-setup-language = Which language does everyone read?
word-instellingen = settings
word-toon = show
word-kanaal = channel
word-rollen = roles
word-waarvoor = purpose

## Polls

polls-not-found = I cannot find this poll. Nothing changed. Type /poll list to see what is open.
polls-closed = This poll is closed. You could vote until { $closes_at }. Nothing changed.
polls-options = A poll has 2 to 25 different choices. { $equal ->
        [yes] Two of your choices are the same.
       *[no] You gave { $count }.
    } Put a semicolon between two choices. Your poll was not started.
polls-no-question = I see no question. Your poll was not started. Write in one sentence what you want to know.
polls-not-a-starter = Only a contact of a group or staff can start a poll. Nothing changed. Do you want to know something from everybody? Ask staff for help with /ask question.
polls-is-stopped = This poll was stopped. There will be no result. Nothing changed.
polls-is-lost = This poll was stopped. Something went wrong on our side. Your vote was not counted. The poll must start anew.
polls-secret = This poll is without names. Nobody sees who chose what. Staff neither.
polls-names-later = The poll is still open. You can see who chose what after { $closes_at }.
polls-no-place = There is no channel for polls yet. Your poll was not started. Ask an admin to type /settings show.
polls-too-soon = That is too soon. People need time to vote. Choose a later moment, such as tomorrow 20:00.
polls-choice = This choice does not fit the poll. Your vote did not change. Choose one of the buttons.
polls-opened = Your poll { $number } is open, with { $options } choices: { $question } People can vote until { $closes_at }. Then the result comes to the channel by itself.
polls-receipt = { $changed ->
        [yes] Your vote was changed.
       *[no] Your vote counts.
    } You chose: { $choices }. You can change your vote until { $closes_at }. { $anonymous ->
        [yes] Nobody in the group sees what you vote.
       *[no] After closing everybody here sees your name with your choice.
    }
polls-withdraw-button = Take vote back
polls-withdrawn = { $found ->
        [yes] Your vote is gone. You can vote again while the poll is open.
       *[no] You had not voted yet. Nothing changed.
    }
polls-list-line = Poll { $number }: { $question } Open until { $closes_at }.
polls-none-open = No poll is open now.
polls-stopped = Poll { $number } was stopped. There will be no result.
polls-stopped-notice = The poll was stopped: { $question } There will be no result.
polls-lost-notice = The poll was stopped: { $question } Something went wrong on our side. We cannot see any more whether somebody voted before. Then counting is not fair. All votes were erased. Start the poll anew.
polls-card-purpose = What for: { $purpose }
polls-card-count = { " " }({ $count })
polls-card-foot = { $open ->
        [yes] You can vote until { $closes_at }.
       *[no] This poll is closed.
    } { $multiple ->
        [yes] You may choose more than one.
       *[no] You choose once.
    } { $anonymous ->
        [yes] Nobody in the group sees what you vote. Staff neither.
       *[no] By name: after closing everybody here sees who chose what.
    } { $voters ->
        [0] { "" }
        [one] There is 1 vote.
       *[other] There are { $voters } votes.
    } This is advice, not a decision.
polls-pick = { $multiple ->
        [yes] Choose what you want
       *[no] Choose one answer
    }
polls-result = **Result: { $question }**
    { $tied ->
        [yes] A tie: { $winners } have the same number of votes.
       *[no] Most votes: { $winners }.
    } { $voters ->
        [one] 1 person voted.
       *[other] { $voters } people voted.
    }
polls-result-alt = Bar chart of the result. { $question } { $numbers }.
polls-result-footer = { $voters ->
        [one] 1 vote
       *[other] { $voters } votes
    }
polls-result-few = The poll is closed: { $question } Fewer than 5 people voted. So we show no numbers. That way nobody can guess who chose what.
polls-result-none = The poll is closed: { $question } Nobody voted.
polls-advice = This is advice, not a decision.
polls-who-button = Who voted what?
polls-who-head = Who voted what? { $question }
polls-who-nobody = nobody
polls-who-unnamed = { $count ->
        [one] 1 vote without a name
       *[other] { $count } votes without a name
    }
polls-who-foot = Did somebody erase their data? Then the vote counts without a name. After 12 months we erase all names.
polls-who-file = The list is long. It is in this file: { $question } Only you see this message.
polls-form-title = Start a poll
polls-form-question = What do you want to know?
polls-form-question-hint = One clear question
polls-form-options = Which choices are there?
polls-form-options-hint = Put each choice on a line of its own
polls-form-deadline = Until when?
polls-form-deadline-hint = For example: Friday 20:00
polls-form-purpose = What is the result for?
polls-form-purpose-hint = For example: for our talk with the municipality
polls-form-kind = Anything other than usual?
polls-form-multiple = More choices allowed
polls-form-named = By name, not anonymous
command-peiling = Ask everybody something
command-peiling-nieuw = Start a poll in one line
command-peiling-formulier = Start a poll with a form
command-peiling-lijst = See which polls are open
command-peiling-stop = Stop a poll, without a result
option-poll-question = What do you want to know?
option-poll-options = The choices, with a semicolon in between
option-poll-deadline = Until when, for example: Friday 20:00
option-poll-multiple = May somebody choose more than one?
option-poll-named = May everybody see who votes what?
option-poll-number = The number of the poll
word-peiling = poll
word-nieuw = new
word-formulier = form
word-lijst = list
word-stop = stop
word-vraag = ask
word-keuzes = choices
word-tot = until
word-meer = several
word-op_naam = by_name
word-nummer = number

error-code = Code: { $code }

## Moments

moment-unclear = I do not understand this moment. Nothing changed. Name one day and one time, such as: friday 20:00, in 3 days, 30 november 12:00.
moment-past = That moment has passed. Nothing changed. Do you mean { $proposal }? Then type that.
moment-skipped = That time does not exist, because the clock goes one hour forward. Nothing changed. Choose for instance { $proposal }.
moment-too-far = That is more than a year ahead. Nothing changed. Choose a moment up to { $latest }.

## Matching: why somebody fits

match-reason-offers-what-you-need = Offers what you need: “{ $what }”.
match-reason-offers-something-like-it = Offers something like it: “{ $what }”.
match-reason-needs-what-you-offer = Needs what you offer: “{ $what }”.
match-reason-needs-something-like-it = Needs something like what you offer: “{ $what }”.
match-reason-shared-theme = Same theme: { $names }.
match-reason-related-theme = Does something like it: { $names }.
match-reason-same-words = Tells about it: “{ $what }”.
match-reason-same-context =
    { $kind ->
        [dorp] Also in a village.
        [stadswijk] Also in a city district.
        [stad] Also for a whole city.
        [regio] Also for a whole region.
        [landelijk] Also for the whole country.
       *[other] Also outside the Netherlands.
    }
match-reason-other-context =
    { $kind ->
        [dorp] But in a village.
        [stadswijk] But in a city district.
        [stad] But for a whole city.
        [regio] But for a whole region.
        [landelijk] But for the whole country.
       *[other] But outside the Netherlands.
    }
match-reason-same-size = About the same size, with { $number } people.
match-reason-same-place = Is in { $what }.
match-reason-distance =
    { $number ->
        [one] { $number } kilometre away in { $what }.
       *[other] { $number } kilometres away in { $what }.
    }
match-reason-a-phase-ahead = Is further on, in the phase “{ $names }”.
match-reason-same-phase = Is just as far, in the phase “{ $names }”.
match-reason-same-motive = Same motive: { $names }.
match-reason-other-motive = Another motive: { $names }.
match-reason-same-method = Same way of working: { $names }.
match-reason-same-language = Speaks another language that you speak too.

## Help desk

start-ask-button = Ask a question
start-mine-button = My questions
helpdesk-not-found = I cannot find this question. Nothing changed. Type /ask mine to see your questions.
helpdesk-empty = I see no text yet. Nothing was saved. Type your question in plain words.
helpdesk-nothing-asked = I see no question here. Nothing was saved. Type what you want to know, in plain words.
helpdesk-hello = Hello! Feel free to ask me about your neighbourhood or your group. I look for the answer, or a staff member helps you. See your questions with /ask mine.
helpdesk-too-many =
    You ask many questions in a row. I did not keep this one. You can send it again in { DURATION($wait_s) }. This is what you typed:
    { $text }
helpdesk-empty-answer = I see no answer yet. Nothing was sent. Type your answer in plain words.
helpdesk-answer-too-long = This answer is too long. Nothing was sent. Use at most { $most } characters.
helpdesk-asks-a-lot = { $name } had to wait five times today before asking again. The latest is question { $number }. See if you can help.
helpdesk-left-out = Please note: your question held a number or address of a person. I did not keep that.
helpdesk-closed = The answer to question { $number } is here. The asker takes no private messages. Was it your question? Press the button. Only you see the answer.
helpdesk-closed-now = Your private messages are closed. Press the button to read my answer. Only you see it.
helpdesk-read-button = Read it here
helpdesk-answers = This is the answer to question { $number }:
helpdesk-not-yours = This answer is for somebody else. Do you have a question yourself? Press Ask a question in the start message.
helpdesk-referral-lost = I cannot read your message any more. In danger: call 112. Thinking about suicide? Call 113 or chat at 113.nl.
helpdesk-claimed = { $named ->
        [yes] { $name } works on this question already.
       *[no] This question is done already.
    } Nothing changed.
helpdesk-accepted = Good that this helps. You can always ask another question.
helpdesk-handed-over = A staff member looks at your question, number { $number }. The answer comes by itself. See how it stands with /ask mine.
helpdesk-step = **Small step:** { $step }
helpdesk-source = Source: { $url ->
        [none] { $name }
       *[other] [{ $name }](<{ $url }>)
    }, checked on { $checked_on }.
helpdesk-was-this-it = Was this the answer?
helpdesk-suggest = I am not sure. Do you mean one of these? Press a button to read. Is it not there? Ask a person.
helpdesk-offtopic = I know nothing about that. I help with questions about residents' groups, such as a community centre, a garden or a grant. Do you still want to talk to someone? Press the button.
helpdesk-unsure = I am not sure. So a staff member looks at it. Your question is kept under number { $number }. The answer comes by itself.
helpdesk-person-follows = A staff member looks at your message too. It is kept under number { $number }.
helpdesk-private = I sent you a private message.
helpdesk-answer = { $name } answers your question: { $question }
    { $answer }
helpdesk-no-name = A member of staff
helpdesk-yes-button = This was the answer
helpdesk-no-button = That is not right
helpdesk-whole-button = Read it all
helpdesk-person-button = Ask a person
helpdesk-more-button = Ask on
helpdesk-form-title = Ask a question
helpdesk-form-question = What do you want to know?
helpdesk-form-hint = Just type what you want to know. Mistakes do not matter.
helpdesk-form-name = May your name be shown?
helpdesk-mine-line = Question { $number }, { $asked_at }: { $text }
    { $state }
helpdesk-mine-none = You have not asked a question yet. Press Ask a question or type /ask question.
helpdesk-card-referral = Note: the bot gave a referral ({ $rule }).
helpdesk-anonymous = someone without a name
helpdesk-no-theme = none yet
helpdesk-claim-button = Take question
helpdesk-answer-button = Give answer
helpdesk-answer-title = Answer to question { $number }
helpdesk-answer-label = Your answer
helpdesk-you-claimed = Question { $number } is yours now. Press Give answer, or reply to the message.
helpdesk-you-answered = Your answer to question { $number } is on its way to the asker.
helpdesk-waiting-none = No question waits.
outbox-kind-question-reply = the reply to a question
outbox-kind-question-answer = the answer to a question
outbox-kind-question-private = the note that someone got a private message
outbox-kind-question-closed = the message that an answer is ready
outbox-kind-staff-limit = a note about many questions
outbox-kind-staff-question = a question for staff
command-vraag = Ask a question or see your questions
command-vraag-stel = Ask a question
command-vraag-mijn = See your own questions
command-vragen = See which questions wait, for staff
option-question = Your question, in plain words. Nothing filled in? Then you get a form.
option-anonymous = Ask without staff seeing your name
word-stel = question
word-mijn = mine
word-vragen = waiting
word-tekst = text
word-anoniem = anonymous

## Sheets: files with a table

sheet-too-large =
    This file is too large. Nothing has changed. Please send a file of at most { $max_mb } MB.
sheet-kind =
    I cannot read this kind of file. Nothing has changed. Save the list as CSV or XLSX and send that.
sheet-unsafe =
    I do not open this file, because it is not safe. Nothing has changed. Save the list as CSV and send that.
sheet-broken =
    { $line ->
        [0] This file is damaged.
       *[other] Line { $line } of this file is damaged.
    } Nothing has changed. Save the list again and send it once more.
sheet-empty =
    This file is empty. Nothing has changed. Put the names of the columns on the first line.
sheet-too-long =
    This list is too long. Nothing has changed. Send at most { $max_rows } lines at a time.
sheet-too-wide =
    Line { $line } has too many columns. Nothing has changed. Use at most { $max_columns } columns.
sheet-header =
    Column { $column } has no name, or its name is there twice. Nothing has changed. Please correct line { $line }.
sheet-columns =
    Line { $line } has more cells than there are columns. Nothing has changed. Please correct that line.
sheet-quote =
    Line { $line } has a quotation mark too many or too few. Nothing has changed. Please correct that line.
sheet-cell =
    Line { $line } has a cell that is too long or cannot be read. Nothing has changed. Please correct that line.
sheet-formula =
    Line { $line }, column { $column } holds a calculation or an error. Nothing has changed. Put the plain result there.

## Pictures

picture-too-large = This picture is too large. Nothing has changed. Send a picture of at most { $most_mb } MB.
picture-unreadable = I cannot read this file as a picture. Nothing has changed. Send a JPG, PNG, WEBP or GIF.
picture-away = I did not receive your picture. Nothing has changed. Send it once more.

## Matching module

start-find-button = Find a group
matching-collective-not-found = This group is not here, or does not want to be found now. Find another group with /find.
matching-collective-exists = { $name } in { $place } is here already. Ask a contact person of that group or a staff member to add you. See the group with /collective show.
matching-empty-profile = Fill in a name, and in a few words what you do. The rest may stay empty.
matching-empty-wish = Write who or what you are looking for, choose a theme, or name a place.
matching-no-own-collective = You meet others on behalf of your own group. Add it first with /collective make. It takes two minutes. Your group may be small or new.
matching-own-collective = This is your own group. Choose another group.
matching-asked-before = You asked this group already. You can ask again from { $again_at }.
matching-already-met = You both said yes already. Find the contact with /introductions.
matching-too-many-open = You are waiting for { $most } answers already. Take one back with /introductions, or wait a while.
matching-introduction-over = This introduction is over. You do not have to do anything.
matching-introduction-not-found = I do not know this introduction, or it is not for your group. Look with /introductions.
matching-unknown-choice = I do not know this choice. Please choose again from the list.
matching-card-themes = Theme: { $values }
matching-card-offers = Offers: { $values }
matching-card-needs = Looks for: { $values }
matching-card-phase = Phase: { $values }
matching-card-context = Where: { $values }
matching-card-hidden = Your group cannot be found now.
matching-why = Fits you: { $why }.
matching-found-success = This worked for them: { $what }
matching-pick-groups = What is your group about?
matching-pick-themes = Choose at most { $most } themes.
matching-pick-phase = How far along are you?
matching-pick-context = Where are you active?
matching-form-title =
    { $is_new ->
        [yes] Add your group
       *[no] Change your group
    }
matching-form-name = Name of the group
matching-form-name-hint = As you call yourselves.
matching-form-place = Village, neighbourhood or postcode
matching-form-place-hint = As exact as you like. You can also say how exactly others see it.
matching-form-description = What do you do?
matching-form-description-hint = One or two sentences. No phone number here: everybody can read this.
matching-form-offers = What can you offer others?
matching-form-offers-hint = Each thing on a new line. For example: a room on Tuesdays.
matching-form-needs = What are you looking for?
matching-form-needs-hint = Each thing on a new line. May stay empty.
matching-made = **{ $name } is here and you are its contact person.** Other groups can find you now. You may skip step 3: tell what you can give others and what you are looking for. Then I find groups that fit even better.
matching-changed = Saved. This is how your group looks now:
matching-left =
    { $last ->
        [yes] Done. You are no longer a contact person of { $name }. You were the last one. So I show the group to nobody any more. Staff get a message and can look for a new contact person. Changed your mind? For 14 days you can come back with the button.
       *[no] Done. You are no longer a contact person of { $name }. Requests to meet that you had open were taken back.
    }
matching-paused =
    { $hidden ->
        [yes] { $name } cannot be found now. Everything is kept. Join again? Press the button or type /collective join-again.
       *[no] { $name } can be found again.
    }
matching-edit-button = Change the words
matching-hide-button = Pause
matching-unhide-button = Join again
matching-leave-button = Stop as contact person
matching-introduce-button = Get to know
matching-make-button = Add your group
matching-introduce-number = Get to know { $number }
matching-contact-done = { $who } is now a contact person of { $name } too, and will hear so.
matching-contact-bot = A bot cannot be a contact person. Nothing has changed. Choose somebody of your group.
matching-contact-added = You are now a contact person of { $name }. When another group wants to meet, I ask you. I pass on your contact only after you say yes. You do not want this? Press the button and it stops at once.
matching-none-own = You have no group here yet. Add it with /collective make.
matching-none-named = I find no group with that name. Try a part of the name, or search with /find.
matching-choose = Which group do you mean?
matching-find-title = Find a group
matching-find-text = Who or what are you looking for?
matching-find-text-hint = For example: a group that runs its own community house.
matching-find-place = Near (may stay empty)
matching-find-place-hint = Village, neighbourhood, town or postcode.
matching-unknown-place = I do not know the place { $place }. I searched without a place.
matching-nothing-found = I find no group that fits now. Try other words, or without a place. Or ask with /ask question, and a staff member will look with you.
matching-found =
    { $count ->
        [one] This group fits what you are looking for:
       *[other] These { $count } groups fit what you are looking for:
    }
matching-found-by =
    { $count ->
        [one] This group fits what you are looking for and { $name }:
       *[other] These { $count } groups fit what you are looking for and { $name }:
    }
success-title = Share a success
success-form-what = What worked?
success-form-what-hint = In one sentence. For example: we got the key of the village hall.
success-form-how = How did you do it?
success-form-how-hint = As short as you like. No names or phone numbers: everybody can read this.
success-form-otherwise = What would you do differently now?
success-form-otherwise-hint = That is what others learn most from. May stay empty.
success-form-abroad = From another country? What differs here?
success-form-abroad-hint = Only for an example from outside the Netherlands.
success-shared = Saved: { $what } A member of staff looks at it. After that everybody can read it. You will hear of it.
success-no-group = You share a success for your group. Add your group first. That is done quickly.
success-not-found = I cannot find this success here. Perhaps it was taken away.
success-empty = Fill in what worked and how you did it. The rest may stay empty.
success-no-reason = Write why not. Then the group knows what has to change.
success-by = A success of { $who }.
success-how = How did it go?
success-otherwise = What would they do differently now?
success-abroad = Note: this is not from the Netherlands. What differs here: { $differs }
success-in-other-language = This was written in another language.
success-gone = This success was taken away.
success-circle = A group of this circle shares what worked:
success-group-button = See the group
success-share-button = Share a success
success-withdraw-button = Take away
success-withdraw-number = Take { $number } away
success-withdrawn = Taken away. Nobody can read it any more.
success-list = This worked for groups, the newest first:
success-none = There are no successes here yet. Did something work for you, however small? Share it.
success-mine = The successes of your group:
success-none-own = Your group has not shared a success yet. A small one counts too.
success-state-waiting = A member of staff still looks at it.
success-state-published = Everybody can read this.
success-state-refused = This is not shown. Reason: { $reason }
success-photo-button = Add a picture
success-photo-kept = The picture is saved. A member of staff looks at it, then everybody can see it.
success-publish-button = Publish
success-refuse-button = Do not publish
success-refuse-title = Do not publish
success-refuse-reason = Why not? The group reads this.
success-refused-done = Good. The group gets your reason.
success-published = Published: { $what } The group will hear of it.
success-card-waiting = **A group shares a success.** No names or other data of people in it? Then publish it.
success-card-published = **A success that is published.**
success-card-refused = **A success that is not published.** Reason: { $reason }
success-card-withdrawn = **The group took this success away.** You do not have to do anything.
success-told-waiting = A member of staff still looks at your success: { $what }
success-told-published = Your success is published: { $what } Everybody can read it now, also below answers of the help desk. You can always take it away with /succes mijn.
success-told-refused = Your success is not published yet: { $what } A member of staff writes: "{ $reason }" You can share it again with /succes deel.
success-told-withdrawn = Your success was taken away.
command-succes = Successes of groups
command-succes-deel = Share what worked for you
command-succes-lijst = Read what worked for other groups
command-succes-mijn = The successes of your group
word-succes = success
word-deel = share
coffee-not-found = This coffee round is not there. With /koffieronde mee you see which there are.
coffee-over = This coffee round is over or has ended. With /koffieronde mee you see which there are.
coffee-unclear = Choose a rhythm of 1 to { $most } weeks, and a day from Monday to Friday.
coffee-not-in = You do not take part in this coffee round now. So there is nothing to skip.
coffee-name-all = the coffee round for everybody
coffee-name-theme = the coffee round about { $theme }
coffee-open =
    { $weeks ->
        [one] **Coffee with somebody who fits you?** Join { $name }. Every week I bring people together who did not talk before, two or sometimes three. You choose a moment yourselves. Meeting or calling are both fine. The first round is on { $at }. Everybody may join, member or not, with a group or without. You step in and out with a button.
       *[other] **Coffee with somebody who fits you?** Join { $name }. Every { $weeks } weeks I bring people together who did not talk before, two or sometimes three. You choose a moment yourselves. Meeting or calling are both fine. The first round is on { $at }. Everybody may join, member or not, with a group or without. You step in and out with a button.
    }
coffee-join-button = Yes, I join
coffee-leave-button = I stop
coffee-skip-button = Not this time
coffee-back-button = I join again
coffee-after-all-button = This time after all
coffee-joined = You take part in { $name }. The next round is on { $at }. Two working days before, I ask whether it suits you.
coffee-joined-for = You take part in { $name } for { $group }. The next round is on { $at }. Two working days before, I ask whether it suits you.
coffee-left = You do not take part any more. You need not say why. Were you with somebody already? I tell them that you do not come.
coffee-left-already = You did not take part.
coffee-skipped = Good, you skip this time. The round after that you take part again.
coffee-skipped-late = Good, you skip this time. I tell the one you would talk with that it does not work out. The next round is on { $at }. Then you take part again.
coffee-asked = **Do you take part this time?** On { $at } { $name } begins again. If you take part, you need not do anything. If it does not suit you, one press is enough.
coffee-alone-few = **There is no coffee this time.** You were the only one in { $name }. Next time you come first. Do you know somebody who wants it too? Pass it on.
coffee-alone-nobody = **There was nobody for you this time.** It did not work out in { $name }. That is not because of you. Next time you come first.
coffee-alone-left = **Whoever you would have coffee with cannot come this time.** So you are alone now in { $name }. Next time you come first.
coffee-paused = **I put you on a pause in { $name }.** The last two times I heard nothing from you. That is fine. If you want to join again, one press is enough. I will not ask you again.
coffee-stopped = There are no more rounds of { $name }. Thank you for taking part. What you agreed on goes on.
coffee-made = **The groups are made** for { $name }.
coffee-proof-people = People: { $people }. Pairs: { $pairs }. Groups of three: { $trios }.
coffee-proof-alone =
    { $alone ->
        [0] Nobody left out.
        [one] There was nobody for one of them. They know, and come first next time.
       *[other] There was nobody for { $alone } of them. They know, and come first next time.
    }
coffee-proof-repeats =
    { $repeats ->
        [0] Repeats: 0. Everybody talks with somebody new.
       *[other] Repeats: { $repeats }. So many rounds ago is the newest: { $age }.
    }
coffee-proof-same =
    { $same ->
        [0] Nobody is with somebody of their own group.
        [one] In one of them people of the same group are together. It could not be otherwise.
       *[other] In { $same } of them people of the same group are together. It could not be otherwise.
    }
coffee-proof-waited =
    { $waited ->
        [0] Nobody was still waiting from the last time.
        [one] Whoever waited longest (one round) is in.
       *[other] Whoever waited longest ({ $waited } rounds) is in.
    }
coffee-proof-score = On average those who meet fit for { $score } per cent.
coffee-proof-best =
    { $best ->
        [yes] A better round does not exist: that was worked out.
       *[no] The bot found no better round in the time it had.
    }
coffee-preview = **A look ahead at { $name }.** Nothing was sent. The round is on { $at }. If it were now:
coffee-preview-none = Nobody takes part in { $name } now.
coffee-preview-new = • { $names }
coffee-preview-again =
    { $age ->
        [one] • { $names }. They talked the last time.
       *[other] • { $names }. They talked { $age } rounds ago.
    }
coffee-preview-more = And more groups: { $count }.
coffee-preview-alone = Nobody yet for: { $names }.
coffee-figures = **The coffee rounds in figures.** Without names.
coffee-figures-line = • { $name }. Weeks between two rounds: { $weeks }. Taking part now: { $members }, on a pause: { $paused }. Rounds: { $rounds }. Seats: { $people }. Groups of the last half year: { $groups }, with a moment: { $planned }. So often somebody had nobody: { $alone }. Repeats: { $repeats }.
coffee-none = There are no coffee rounds here now.
coffee-list = The coffee rounds here. Everybody may join:
coffee-line-out = • { $name }: the next round is on { $at }.
coffee-line-in =
    { $for_group ->
        [yes] • { $name }: you take part for { $group }. The next round is on { $at }.
       *[no] • { $name }: you take part. The next round is on { $at }.
    }
coffee-line-paused = • { $name }: you are on a pause. The next round is on { $at }.
coffee-line-skips = • { $name }: you skip the round of { $at }.
coffee-join-named = Join: { $name }
coffee-leave-named = Stop: { $name }
coffee-skip-named = Skip once: { $name }
coffee-opened =
    { $weeks ->
        [one] Good: every week there is { $name }. The first time that I make new groups is on { $at }.
       *[other] Good: every { $weeks } weeks there is { $name }. The first time that I make new groups is on { $at }.
    }
coffee-stopped-done = Ended: { $name }. Whoever took part is told.
command-koffieronde = Coffee with somebody who fits you
command-koffieronde-mee = Join, skip or step out
command-koffieronde-maak = Begin a coffee round, or choose another rhythm
command-koffieronde-stop = End a coffee round
command-koffieronde-vooruit = See who would talk with whom, nothing is sent
command-koffieronde-cijfers = The coffee rounds in figures, without names
option-coffee-theme = The theme. Empty: the round for everybody
option-coffee-weeks = Every how many weeks, from 1 to 26
option-coffee-day = The day on which I make the groups
outbox-kind-coffee-open = the invitation to a coffee round
outbox-kind-coffee-asked = the question whether somebody joins coffee this time
outbox-kind-coffee-alone = the message that there was nobody for somebody this time
outbox-kind-coffee-paused = the message that somebody is on a pause in a coffee round
outbox-kind-coffee-stopped = the end of a coffee round
outbox-kind-coffee-made = the figures of a new coffee round
word-koffieronde = coffee-round
word-mee = join
word-vooruit = ahead
word-weken = weeks
word-dag = day
circle-not-found = This circle is no longer there. With /kringen you see which there are.
circle-no-place = There is no channel for circles yet. An administrator chooses it with /instellingen kanaal.
circle-invitation = **Do you want to be in the circle about { $theme }?** More groups here work on it. In a circle you talk in a conversation of your own: you ask a question, you share what works.
circle-who = Who is in already: { $names }.
circle-invitation-foot = Nothing binds you. You step in and out with a button. If you do nothing, I will not ask again.
circle-join-button = Yes, I join
circle-no-button = No, thank you
circle-leave-button = Step out of the circle
circle-back-button = Join after all
circle-joined = You are in. You find the conversation about { $theme } here: { $thread }
circle-joined-waits =
    { $needed ->
        [one] You are in. When one more person says yes, I open the conversation about { $theme }.
       *[other] You are in. When { $needed } more people say yes, I open the conversation about { $theme }.
    }
circle-joined-soon = You are in. I open the conversation about { $theme } now. You will hear of it.
circle-left = Good, you are not in the circle about { $theme }. Nobody hears of it.
circle-thread-name = Circle: { $theme }
circle-opening = **Welcome to the circle about { $theme }.** Here you talk with each other. Who takes part reads along.
circle-opening-foot = Two questions to begin with: What are you proud of? And what could you use help with?
circle-closed = This circle has ended. What is here stays. Thank you for thinking along.
circle-closed-done = The circle about { $theme } has ended.
circle-list = The circles here. Everybody may join:
circle-none = There are no circles here yet. When enough groups do the same, I ask whether they want a circle.
circle-line-open =
    { $count ->
        [one] • { $theme }: one person, in { $thread }
       *[other] • { $theme }: { $count } people, in { $thread }
    }
circle-line-waits =
    { $needed ->
        [0] • { $theme }: the conversation opens in a moment
        [one] • { $theme }: one more person needed to begin
       *[other] • { $theme }: { $needed } more people needed to begin
    }
circle-join-named = Join: { $theme }
circle-leave-named = Step out: { $theme }
circle-close-named = End the circle: { $theme }
circle-begun =
    { $count ->
        [0] The circle is ready. There was nobody new to ask.
        [one] The circle is ready. I asked one contact person.
       *[other] The circle is ready. I asked { $count } contact persons.
    }
circle-needed-set = Good. When { $count } groups have the same theme, I ask whether they want a circle.
command-kring = Circles, for staff
command-kring-begin = Begin a circle about a theme now
command-kring-vanaf = From how many groups on I propose a circle
command-kringen = The circles that you can join
option-circle-needed = The number of groups, from 2 to 50
outbox-kind-circle-invitation = the question whether somebody wants to be in a circle
outbox-kind-circle-thread = the conversation of a circle
outbox-kind-circle-opening = the beginning of a circle
outbox-kind-circle-in = letting somebody into a circle
outbox-kind-circle-out = letting somebody out of a circle
outbox-kind-circle-closed = the end of a circle
word-kring = circle
word-begin = begin
word-vanaf = from
word-aantal = number
word-kringen = circles
watch-button = Let me know
watch-not-found = You do not have this notice (any more). With /melding lijst you see which you have.
watch-unknown-place = I do not know the place { $place }. Try a village, neighbourhood, town or postcode.
watch-too-many = You have { $most } notices already. Stop one first with /melding lijst.
watch-begun = Good. When a group comes, I let you know in a private message: { $what }. You can always stop it.
watch-stopped = Stopped. You will hear no more of this.
watch-stop-button = Stop this notice
watch-stop-number = Stop { $number }
watch-list = Of these new groups you hear from me:
watch-none = You have no notices. With /melding nieuw I let you know when a group comes.
watch-every-theme = all themes
watch-around = within { $km } kilometres of { $place }
watch-now = at once
watch-weekly = every Monday
watch-found = **New here** ({ $what }):
watch-more =
    { $count ->
        [one] And one other group. With /groepen you see them all.
       *[other] And { $count } other groups. With /groepen you see them all.
    }
watch-over = This notice was stopped. You do not have to do anything.
command-melding = Hear when a group comes
command-melding-nieuw = Let me know when a group comes
command-melding-lijst = Which notices you have, and stopping them
option-watch-km = Up to how many kilometres from that place
option-watch-now = At once, or else every Monday
outbox-kind-watch-found = the notice that a group came
word-melding = notice
word-afstand = distance
word-direct = at-once
sheets-no-file = The file is no longer there. Send it again with /groepenlijst breng.
sheets-file = groups
sheets-exported =
    { $count ->
        [one] Here is the list with one group. There are no names of people in it. You can read it in again later.
       *[other] Here is the list with { $count } groups. There are no names of people in it. You can read it in again later.
    }
sheets-take-in-button = Read in
sheets-more =
    { $count ->
        [one] And one more line.
       *[other] And { $count } more lines.
    }
duplicate-not-found = One of these two is no longer there. Look again with /groepenlijst dubbel.
duplicate-none = I see no groups that are in the list twice.
duplicate-pair =
    { $count ->
        [one] These two look like the same group:
       *[other] These two look like the same group. After these I have more:
    }
duplicate-what = Is it the same group? Choose which name stays. The contacts, themes, questions and introductions of the other come along. Nothing is lost.
duplicate-keep = Same group, keep { $letter }
duplicate-no = These are two
duplicate-merged = Merged. The group is now called { $name }:
duplicate-distinct = Good, these are two groups. I will not ask again.
command-groepenlijst = The list of groups, for staff and administrators
command-groepenlijst-dubbel = Groups that may be in the list twice
command-groepenlijst-haal = All groups in a file
command-groepenlijst-breng = Read groups in from a file
option-sheet-excel = An Excel file, or else CSV
option-sheet-file = A CSV or Excel file
word-groepenlijst = group-list
word-dubbel = duplicates
word-haal = get
word-breng = bring
word-excel = excel
word-bestand = file
lonely-list = These groups know nobody here yet. Call or write to them, or introduce them to each other yourself:
lonely-none = Every group that is here longer than two weeks has met another one.
lonely-fits = { $name } fits best with:
lonely-nobody = { $name }: I find no group that fits it yet.
command-groepenlijst-alleen = Groups that know nobody here yet
word-alleen = alone
groups-title =
    { $count ->
        [one] There is one group here.
       *[other] There are { $count } groups here.
    }
groups-title-chosen =
    { $count ->
        [one] One group for: { $chosen }.
       *[other] { $count } groups for: { $chosen }.
    }
groups-none = There is no group here yet. Choose another theme or another province. Or add your own group.
groups-partners = Partners (not residents' groups)
groups-page = Page { $page } of { $pages }. Press a number to read more about that group.
groups-pick-theme = Which theme?
groups-pick-province = Which province?
groups-pick-context = What kind of place?
groups-everything = Everything
groups-show = See { $number }
groups-back = Back
groups-on = Next
groups-map-button = Map
groups-all-button = See all groups
groups-map-title =
    { $count ->
        [one] One group on the map
       *[other] { $count } groups on the map
    }
groups-map-file = map.png
groups-map-unknown = Without a place
groups-map-more = { " " }and { $count } other places
command-groepen = See all groups, by theme or province, and on the map
matching-others-motive = With another motive
matching-others-context = In another kind of place
matching-next-introduce = Worth a talk? Press Get to know. The other side sees who you are only when you both say yes.
matching-next-make = Do you want to meet? Add your own group first. Press the button, or type /collective make.
matching-request-title = Get to know each other
matching-request-from = For which group?
matching-request-note = Why do you want to meet?
matching-request-note-hint = The other group reads this. May stay empty.
matching-reach = How may they reach you?
matching-reach-hint = Phone or e-mail, may stay empty. Seen only after two times yes.
matching-requested = Asked. I sent { $name } a message. If they say yes, you get each other's contact. You hear from me by { $until } at the latest.
matching-requested-no-contact = Asked. { $name } has no contact person here yet. A staff member will help. You hear from me by { $until } at the latest.
matching-they-asked = { $name } wants to meet you too and asked already. Do you want that?
matching-yes-title = Yes, let us meet
matching-yes-button = Yes, please
matching-no-button = No, not now
matching-you-agreed = Great! I bring you together: in a moment you get a message with moments to choose from. The contact is here already.
matching-answer-button = See the answer
matching-answer =
    { $state ->
        [asked] There is no answer from { $other } yet. I let you know by { $until } at the latest. Are your private messages closed? Then look later with this button, or type /introductions.
       *[ended] Getting to know { $other } did not work out now. Feel free to look for another group with /find.
    }
matching-staff-unseen = A group wants to get to know { $name }. The request did not arrive: the contact persons of that group get no private messages. Do you see somebody of that group? Ask them to type /introductions. The request stands there with its buttons.
matching-you-refused = Fine. The other does not hear that you said no. Would you like to say why? You do not have to, and the other never sees it.
matching-withdrawn = Your request was taken back.
matching-line =
    { $asker ->
        [yes] { $number }. { $mine } asked { $other }: { $state }
       *[no] { $number }. { $other } asked { $mine }: { $state }
    }
matching-state-asked = waits for an answer until { $until }.
matching-state-agreed = you know each other.
matching-state-ended = over.
matching-none-introductions = There are no introductions yet. Find a group with /find and press Get to know.
matching-withdraw-named = Take back: { $name }
matching-yes-named = Yes to { $name }
matching-no-named = No to { $name }
matching-contact-named = Contact of { $name }
matching-agreed = **{ $mine } and { $other } get to know each other.** You both said yes. Your contact at { $other } is { $name } ({ $mention }).
matching-agreed-reach = To be reached at: { $reach }
matching-agreed-next = Feel free to send the first message, and find a moment to meet or to call.
matching-request = **{ $other } would like to get to know { $mine }.**
matching-request-said = They write: "{ $note }"
matching-request-foot = Do you want that? Only when you say yes, you get each other's contact. If you say no or nothing, the other side does not hear it. You can answer until { $until }.
matching-request-over = { $other } wanted to get to know { $mine }. This is settled. You do not have to do anything.
matching-ended = The introduction to { $other } did not come about this time. That can mean many things. Feel free to find another group with /find.
matching-staff-no-contact = A group wants to get to know { $name }. That group has no contact person here yet. Do you know somebody? Add them with /collective contact.
outbox-kind-contact-added = the note to a new contact person
outbox-kind-introduction-request = the request to meet
outbox-kind-staff-success = a success to look at
outbox-kind-success-checked = the message about a success
outbox-kind-success-circle = a success in a circle
outbox-kind-introduction-ended = the note that an introduction is over
outbox-kind-introduction-unseen = the message about a request that did not arrive
outbox-kind-introduction-no-contact = the note about a group without a contact person
matching-form-line = What do you do, and where?
matching-form-line-hint = In one sentence. For example: we run a community centre in Deurne.
matching-form-offers-kinds = What can you give?
matching-form-needs-kinds = What are you looking for?
matching-form-links = Where are you on the web?
matching-form-links-hint = At most three addresses, each on a new line.
matching-form-picture = Picture
matching-form-picture-hint = At most 4 MB. First ask the people in it whether it is all right.
matching-form-alt = What is in the picture?
matching-form-alt-hint = In one sentence, for who cannot see it.
matching-step-check =
    { $resumed ->
        [yes] **You had begun already. Step 2 of 3: is this right?** Everything is kept. Nobody else sees this yet.
       *[no] **Step 2 of 3: is this right?** This is what I understood. Nobody else sees this yet.
    }
matching-step-no-theme = I did not recognise a theme. Choose one from the list, or leave it empty.
matching-step-no-place = I did not recognise the place. Press Place, or leave it empty.
matching-step-which-place = There is more than one place of this name. First choose which one you mean.
matching-place-unclear = There is more than one place of this name. First choose in the list which one you mean. What you filled in is kept.
matching-pick-place = Which place is it?
matching-pick-other = Something else
matching-confirm-button = Right, add it
matching-place-button = Place
matching-drop-button = Rather not
matching-another-button = Another group
matching-exchange-title = Giving and looking for
matching-exchange-button = What do you give and look for?
matching-matches-button = Who fits us?
matching-more-button = Fill in more
matching-more = Everything below may stay empty. Choose what you want to fill in. I keep it at once.
matching-pick-subject = What do you want to fill in?
matching-filled-in = filled in
matching-subject-words = Name, place and words
matching-subject-exchange = What we give and look for
matching-subject-themes = Themes
matching-subject-context = Kind of place
matching-subject-phase = How far we are
matching-subject-motives = Why we do it
matching-subject-methods = How we work
matching-subject-legal_form = Association, foundation or nothing yet
matching-subject-languages = Languages
matching-subject-members = How many people take part
matching-subject-precision = How exactly others see the place
matching-subject-links = On the web
matching-subject-picture = Picture
matching-pick-motives = Why do you do it? Choose at most 3.
matching-pick-methods = How do you work? Choose at most 3.
matching-pick-legal_form = What kind of group are you? No form yet is fine too.
matching-pick-languages = Which languages do you speak?
matching-pick-members = About how many people take part?
matching-pick-precision = How exactly may others see where you are?
matching-precision-place = The place or neighbourhood
matching-precision-municipality = The municipality only
matching-precision-province = The province only
matching-members-1-5 = 1 to 5 people
matching-members-6-15 = 6 to 15 people
matching-members-16-50 = 16 to 50 people
matching-members-51-150 = 51 to 150 people
matching-members-151-500 = 151 to 500 people
matching-members-501 = more than 500 people
matching-language-nl = Dutch
matching-language-fy = Frisian
matching-language-nds = Low Saxon
matching-language-li = Limburgish
matching-language-ngt = Dutch Sign Language
matching-language-en = English
matching-language-de = German
matching-language-fr = French
matching-language-tr = Turkish
matching-language-ar = Arabic
matching-language-ber = Berber (Tamazight)
matching-language-pap = Papiamento
matching-language-srn = Sranan Tongo
matching-language-pl = Polish
matching-language-uk = Ukrainian
matching-language-ru = Russian
matching-language-ro = Romanian
matching-language-bg = Bulgarian
matching-language-es = Spanish
matching-language-pt = Portuguese
matching-language-it = Italian
matching-language-zh = Chinese
matching-language-fa = Persian (Farsi, Dari)
matching-language-so = Somali
matching-language-ti = Tigrinya
matching-card-partner = Partner: no residents' group, but somebody who works with groups.
matching-card-motives = Why: { $values }
matching-card-methods = Way of working: { $values }
matching-card-form = Form: { $values }
matching-card-members = Take part: { $values }
matching-card-languages = Languages: { $values }
matching-card-links = On the web: { $values }
matching-card-closed = Does not want to meet others just now.
matching-card-contacts =
    { $count ->
        [one] Contact person: { $values }
       *[other] Contact persons: { $values }
    }
matching-card-precision-municipality = Of the place others see the municipality only.
matching-card-precision-province = Of the place others see the province only.
matching-no-picture-button = Remove the picture
matching-no-alt-text = Write in one sentence what is in the picture. The picture is not kept yet.
matching-bad-link = { $link } does not look like an address on the web. Nothing has changed. Write it like this: www.dorpshuis.nl
matching-close-button = No meetings just now
matching-open-button = Open to meeting again
matching-closed =
    { $closed ->
        [yes] People can still find { $name }, but other groups cannot ask to meet just now.
       *[no] Other groups can ask { $name } to meet again.
    }
matching-stop-button = Stop
matching-stay-button = Stay after all
matching-contact-asked = I asked { $who } to take over { $name }. If { $who } says yes, you are no longer a contact person at once. Until then nothing changes. The question stays for 14 days.
matching-contact-offered = { $who } asks whether you want to become contact person of { $name }. If you say yes, { $who } stops. When another group wants to meet, I ask you. I pass on your contact only after you say yes. You can answer for 14 days.
matching-take-button = Yes, I take it over
matching-decline-button = No, rather not
matching-contact-declined = All right. I will say that you do not take over { $name } now.
matching-contact-answered =
    { $taken ->
        [yes] { $who } takes over { $name }. You are no longer a contact person. Requests to meet that you had open were taken back. Thank you for what you did.
       *[no] { $who } does not take over { $name } now. You stay contact person. You can ask somebody else with /collective hand-over.
    }
matching-contact-none = { $name } has no contact person any more, so it cannot be found now. Do you know somebody of that group? Make them contact person with /collective contact. After that they can turn the group on again.
matching-offer-over = This question does not hold any more. Nothing has changed. Ask a contact person of the group to ask again.
matching-already-contact = { $name } is a contact person of this group already. Nothing has changed. Do you want to leave yourself? Type /collective stop.
matching-silent = Is this still right? I heard nothing of { $name } for a year. That is fine. If I hear nothing for { $days } days, I stop showing the group. What you shared stays. I ask this only once.
matching-alive-button = Yes, still right
matching-alive = Thank you. People can still find { $name }.
matching-silent-alone = { $count ->
    [one] I heard nothing of { $names } for a year, and there is nobody I can ask. In { $days } days I stop showing the group. Do you know somebody of that group? Make them contact person with /collective contact.
   *[other] I heard nothing of { $count } groups for a year, and there is nobody I can ask: { $names }. In { $days } days I stop showing them. Do you know somebody of such a group? Make them contact person with /collective contact.
}
outbox-kind-collective-silent = the question whether a profile is still right
outbox-kind-collectives-silent = a list of silent groups
outbox-kind-contact-offered = the question to become a contact person
outbox-kind-contact-answered = the answer of a new contact person
outbox-kind-contact-none = the note that a group has no contact person any more
command-collectief-overdragen = Ask somebody to follow you as contact person
command-collectief-pauze = Do not show your group for a while
command-collectief-weer-meedoen = Show your group again
command-collectief-stop = Stop as contact person, at once
word-overdragen = hand-over
word-pauze = pause
word-weer-meedoen = join-again
matching-movement =
    { $site ->
        [none] Also good to know: with **{ $name }**, { $about }, you may find more groups on this theme.
       *[other] Also good to know: with **{ $name }**, { $about }, you may find more groups on this theme. See { $site }.
    }

## From a match to a meeting

matching-not-open = This group is not open to new introductions right now. Feel free to look for another group with /find.
matching-reminder = A reminder, and the only one: **{ $other } would like to get to know { $mine }.** You can answer until { $until }. If you say no or nothing, the other does not hear that.
matching-reason-button =
    { $reason ->
        [far] Too far away
        [themes] Other themes
        [time] No time
       *[other] Something else
    }
matching-reason-noted =
    { $reason ->
        [time] Thank you. No time for new people for a while? With /collective show, press No meetings just now. Then nobody asks you.
       *[other] Thank you. Nobody reads this. It only counts in what you find yourself.
    }
meeting-line = { $names }: you are still choosing a moment.
meeting-line-planned = { $names }: settled for { $at }.
meeting-figures = For staff, over half a year: { $asked } requests to get to know each other, { $agreed } times both groups said yes. There were { $meetings } meetings, those of coffee rounds too. For { $planned } of them a moment was chosen.
meeting-figures-helped = Did it help? Yes: { $yes }. Not yet: { $later }. No: { $no }.
meeting-figures-few = Whether it helped, you see once at least five people answered.
guard-button = Is something wrong?
guard-what = Does the contact with { $names } not feel right? You can tell a member of staff. You can also block the group: you no longer find each other, and the group cannot ask you anything. The other does not hear this.
guard-report-button = Tell a member of staff
guard-block-button = Block this group
guard-blocked = { $names } cannot ask you anything any more, and you no longer find each other. The other does not hear this. You can always undo it with /introductions.
guard-line = { $own } blocked { $other }.
guard-unblock-button = Unblock: { $name }
guard-unblocked = { $name } is no longer blocked.
guard-report-title = Tell what is wrong
guard-report-words = What is wrong?
guard-reported = Thank you. Staff read this now, with what the request said. The other does not hear this.
guard-no-staff = There is no channel for staff here yet, so this did not arrive. Speak to a member of staff, or block the group.
guard-card = **{ $own } reports something about { $others }.**
guard-card-note = The request to get to know each other said: "{ $said }"
guard-card-words = Who reports it writes: "{ $said }"
guard-card-foot = The other group does not know this. First talk to who reports it. The button shows the profile. There you can hide the group too.
guard-show-button = See the group
outbox-kind-introduction-reminder = the reminder of a request to get to know each other
outbox-kind-introduction-report = a report about a group
meeting-not-found = I do not know this appointment, or you are not part of it (any more). Look with /introductions.
meeting-moment-gone = This moment is not possible any more. See which moments are there now, or press Other moments.
meeting-planned-already = You agreed on { $at } already. Does that not work after all? Press Other moments.
meeting-moment-unfit = This moment does not suit everybody any more. See what is there now, or press Other moments.
meeting-no-moments = Fill in one or more moments. For example: Tuesday 19:30.
meeting-thread-name = { $number }. { $names }
meeting-opening =
    { $word ->
        [coffee] **Coffee! { $names } talk this round.** Meeting or calling are both fine, half an hour is enough.
       *[introduction] **{ $names } get to know each other.** You both said yes.
    }
meeting-guest =
    { $has_place ->
        [yes] **{ $collective }** from { $place }: { $who }.
       *[no] **{ $collective }**: { $who }.
    }
meeting-guest-alone = { $who }.
meeting-guest-reach = To be reached at: { $reach }
meeting-why = This goes well together: { $why }.
meeting-reason-offers-what-you-need = { $other } offers what { $mine } looks for: “{ $what }”.
meeting-reason-offers-something-like-it = { $other } offers something like what { $mine } looks for: “{ $what }”.
meeting-reason-needs-what-you-offer = { $other } looks for what { $mine } offers: “{ $what }”.
meeting-reason-needs-something-like-it = { $other } looks for something like what { $mine } offers: “{ $what }”.
meeting-reason-a-phase-ahead = { $other } is further along, in the phase “{ $names }”.
meeting-reason-same-place = Both in { $what }.
meeting-reason-distance = { $number } kilometres apart.
meeting-questions = Two questions to begin with:
meeting-opening-foot =
    { $thread ->
        [yes] Talk on here. This conversation is yours.
       *[no] Feel free to send each other the first message.
    }
meeting-moments = **When will you meet or call?** Press what is true for you at each moment. You may change it later.
meeting-moment =
    { $is_over ->
        [yes] { $number }. ~~{ $at }~~ is over
       *[no] { $number }. { $at }
    }
meeting-can =
    { $can ->
        [yes] { $number }: yes
        [maybe] { $number }: if need be
       *[no] { $number }: no
    }
meeting-can-of =
    { $can ->
        [yes] { $who }: yes
        [maybe] { $who }: if need be
       *[no] { $who }: no
    }
meeting-noted =
    { $can ->
        [yes] Noted: you can on { $at }.
        [maybe] Noted: you can on { $at } if need be.
       *[no] Noted: you cannot on { $at }.
    }
meeting-fits = Everybody can on { $at }. One press on the button, and it is settled.
meeting-hopeless = None of these moments suits everybody. Press Other moments and propose a few yourself.
meeting-short-moment = { $at }
meeting-plan-button = Settle: { $moment }
meeting-other-button = Other moments
meeting-other-title = Other moments
meeting-other-moment =
    { $number ->
        [1] First moment
        [2] Second moment (may be empty)
       *[other] Third moment (may be empty)
    }
meeting-proposed = Proposed. The other sees these moments now too. Say what you can yourself:
meeting-is-planned = **Settled: { $at }.** Does it not work after all? Press Other moments.
meeting-planned = **Settled: { $at }.** { $names } meet or call then. Agree together on where. I remind you on the day before.
meeting-you-planned = It is settled: { $at }. Everybody hears it.
meeting-tomorrow = A reminder: **{ $at }** { $names } meet or call. Does it not work after all? Press Other moments.
meeting-alone = On { $at } you were to talk to another group. Who was going to, is no longer a contact person. So do not count on it, unless you agreed on something yourself. With /find you find other groups.
meeting-calendar-button = Put it in your calendar
meeting-calendar-title = Getting to know each other: { $names }
meeting-calendar-about = Agreed through Bewonersbot.
meeting-calendar-file = meeting
meeting-calendar-here = Open this file. Then the appointment is in your calendar.
meeting-helped = A few weeks ago I brought { $names } together. One question, and then I will not ask again: **did it help?** The other does not see your answer. Staff only see how often all groups together said yes or no.
meeting-helped-button =
    { $helped ->
        [yes] Yes
        [not-yet] Not yet
       *[no] No
    }
meeting-helped-thanks =
    { $helped ->
        [yes] Good to hear! Would you like to share what worked? You can with /succes deel.
        [not-yet] Thank you. You can always agree on another moment: press Other moments at your appointment.
       *[no] Thank you, we learn from that too. With /find you find other groups.
    }
meeting-unreached = { $name } ({ $mention }) gets no direct messages from me. Will you send the first message? { $name } finds everything with /introductions too.
meeting-moments-named = Appointment with { $name }
outbox-no-threads = I cannot make a private thread in that channel, or somebody cannot get in there. The groups got a direct message.
outbox-kind-meeting-thread = the thread for groups that meet
outbox-kind-meeting-opening = the beginning of a meeting
outbox-kind-meeting-moments = the moments for an appointment
outbox-kind-meeting-planned = the message about an appointment
outbox-kind-meeting-tomorrow = the reminder of an appointment
outbox-kind-meeting-alone = the message that an appointment is off
outbox-kind-meeting-helped = the question whether a meeting helped
outbox-kind-meeting-unreached = the message that another gets no direct messages
command-collectief = Your group: add it, change it and see it
command-collectief-maak = Add your group
command-collectief-wijzig = Change what your group says
command-collectief-toon = See a group, or your own
command-collectief-contact = Make somebody a contact person of your group
command-zoek = Find groups that fit you
command-kennismakingen = See whom you get to know
option-collective = (A part of) the name of the group
option-collective-person = Who becomes a contact person?
option-find-text = Who or what are you looking for, in plain words
option-find-theme = A theme
option-find-place = Village, neighbourhood, town or postcode
word-collectief = collective
word-maak = make
word-wijzig = change
word-contact = contact
word-groepen = groups
word-zoek = find
word-kennismakingen = introductions
word-groep = group
word-wie = who
word-thema = theme
word-plaats = place

setup-welcome = Hello, I am Bewonersbot. I am not ready yet. Whoever manages the server types: /settings show
outbox-kind-welcome = the first greeting
outbox-kind-staff-undelivered = a note for staff

## Alerts

start-follow-button = Follow the news
alerts-not-found = I cannot find this message. Nothing has changed. Type /policy-message list to see what there is.
alerts-changed = Message { $number } was changed after this question. Your press changed nothing. Look at the newest question for approval.
alerts-own = You wrote message { $number } yourself. Nothing has changed. Ask another member of staff to approve it.
alerts-late = Approving was possible for { $hours } hours. Nothing has changed. The writer can show message { $number } again with /policy-message continue.
alerts-unfinished = The message is not ready. Nothing has changed.{ $themes ->
        [yes] { " " }Choose at least one theme.
       *[no] { "" }
    }{ $link ->
        [yes] { " " }Give a link that starts with https://.
       *[no] { "" }
    }
alerts-themes = These are too many themes. Nothing has changed. Choose at most { $most }.
alerts-over = { $state ->
        [sent] Message { $number } was sent already.
        [approved] Message { $number } was approved already.
        [retracted] Message { $number } was taken back.
        [merged] This correction was sent already.
       *[other] Message { $number } was not sent yet.
    } Nothing has changed.
alerts-not-yours = Message { $number } belongs to a colleague. Nothing has changed. Ask your colleague to change it, or write a message yourself.
alerts-no-place = There is no channel for news or for staff yet. Nothing has changed. Ask an admin to open /settings.
alerts-ends = The message counts until { $until }. { $past ->
        [yes] That is over.
       *[no] So it has to go out earlier.
    } Nothing has changed. Choose another end or another moment with /policy-message continue.
alerts-what = **What is happening?**
alerts-meaning = **What does this mean for you?**
alerts-action = **What can you do?**
alerts-until-day = **Until when?** Until the end of { $day }.
alerts-until = **Until when?** Until { $at }.
alerts-source = Source: { $link }. Message of { $day }.
alerts-about = Theme: { $themes }.
alerts-code = -# Code { $code }. With /is-this-real you see whether a message is really ours.
alerts-corrected = *Corrected on { $at }. Please read it again.*
alerts-retracted = **Taken back: { $title }**
    This message is no longer right. Do not use it.
    -# Code { $code }
alerts-stop-button = Stop these messages
alerts-stopped = { $had ->
        [yes] You get no more messages. Do you want them again later? Press the button.
       *[no] You did not follow anything. Nothing has changed. Do you want news? Press the button.
    }
alerts-follow-none = You do not follow anything yet. Choose below the themes that you want to follow. You get a direct message when there is news. You can always stop.
alerts-follow-all = You follow all themes. You get a direct message when there is news.
alerts-follow = You follow: { $themes }. You get a direct message when there is news.
alerts-follow-pick = Choose themes, list { $part }
alerts-follow-all-button = Follow all themes
alerts-code-unknown = We do not know this code. See whether you typed it right. Does the code stand in a message like this? Then that message is not ours. Do not press its links and fill in nothing.
alerts-code-retracted = This message was ours, but it was taken back: **{ $title }**. Do not use it any more.
alerts-code-real = This message of { $day } belongs to this code:
    Title: **{ $title }**
    { $line }
    Source: { $link }
    Does your message say something else? Then it is not ours. We never ask for a password or for money.
alerts-form-title = { $kind ->
        [change] Change message { $number }
        [correct] Correct message { $number }
       *[other] Write a policy message
    }
alerts-form-title-field = Title
alerts-form-title-hint = As short as a headline
alerts-form-what = What is happening?
alerts-form-what-hint = Only facts, in plain words
alerts-form-meaning = What does it mean for the reader?
alerts-form-meaning-hint = Who is it for, and what will they notice?
alerts-form-action = What can the reader do?
alerts-form-action-hint = You fill in until when afterwards
alerts-form-source-url = Link to the source
alerts-form-source-url-hint = Starts with https://
alerts-moment-title = When does the message go out?
alerts-moment-label = At which moment?
alerts-moment-hint = For example: friday 10:00
alerts-until-title = Until when can the reader do this?
alerts-until-label = Last day or moment
alerts-until-hint = For example: 1 december. Empty is: no end
alerts-until-value = { $at }
alerts-until-button = Until when?
alerts-take-button = Take over
alerts-themes-pick = Choose themes, list { $part }
alerts-change-button = Change the text
alerts-moment-button = Choose a moment
alerts-now-button = At once when approved
alerts-ask-button = Ask for approval
alerts-approve-button = Approve
alerts-send-button = Send anyway
alerts-retract-button = Yes, take it back
alerts-preview = { $state ->
        [draft] { $correction ->
            [yes] Correction { $number } is kept.
           *[no] Message { $number } is kept.
        } This is how readers see it.
        [asked] Message { $number } waits for a colleague to approve it. If you change it, ask for approval again.
        [approved] Message { $number } is approved. If you change it, ask for approval again.
        [retracted] Message { $number } was taken back.
       *[other] Message { $number } was sent.
    }{ $planned ->
        [yes] { " " }Moment: { $at }.
       *[no] { "" }
    }{ $themes ->
        [yes] { "" }
       *[no] { " " }Choose a theme.
    }{ $link ->
        [yes] { "" }
       *[no] { " " }This link cannot be used. Give a link that starts with https://.
    }
alerts-card = Message { $number } by { $writer } asks a colleague to approve it.{ $corrects ->
        [0] { $planned ->
            [yes] { " " }It goes out on { $at }.
           *[no] { " " }It goes out at once.
        }
       *[other] { " " }It takes the place of message { $corrects }, wherever that stands.
    } You have 24 hours.
alerts-card-held = { $why ->
        [late] Message { $number } by { $writer } should have gone out on { $at }. That was not possible in time. It waits now. Is it still right? Another member of staff can send it anyway, for 24 hours.
        [approver] Message { $number } by { $writer } did not go out. Who approved it is no longer staff. Another member of staff can approve it now. Then it goes out at once. You have 24 hours.
       *[writer] Message { $number } did not go out. The writer is no longer staff. Take it over and then ask a colleague to approve it. Or take it back with /policy-message take-back.
    }
alerts-card-over = { $approved ->
        [yes] Message { $number }, { $title }: approved by { $approver }.
       *[no] Message { $number }, { $title }: this question for approval no longer counts.
    }
alerts-approved = { $state ->
        [sent] You approved message { $number } and it is on its way.
        [merged] You approved the correction and it is on its way.
       *[other] You approved message { $number }. It goes out on { $at }.
    }
alerts-you-retracted = { $sent ->
        [yes] Message { $number } is taken back, wherever it stands.
       *[no] Message { $number } is taken back. It was not sent yet.
    }
alerts-retract-sure = Do you want to take back message { $number }: **{ $title }**? Readers then see everywhere that it no longer counts. You cannot undo this.
alerts-list-line = Message { $number }: { $title } { $state ->
        [draft] Not ready, begun on { $at }.
        [asked] Waits for approval since { $at }.
        [approved] Goes out on { $at }.
        [retracted] Taken back, of { $at }.
       *[other] Sent on { $at }.
    }{ $held ->
        [none] { "" }
        [late] { " " }It did not go out in time.
        [writer] { " " }The writer is no longer staff.
       *[approver] { " " }Who approved it is no longer staff.
    }{ $until ->
        [none] { "" }
       *[other] { " " }{ $until }
    }
alerts-list-none = There is no message yet. Write one with /policy-message write.
outbox-kind-alert = a policy message in the news channel
outbox-kind-alert-dm = a policy message to a follower
outbox-kind-staff-alert = a question for approval
command-beleidsbericht = Write and keep policy messages, for staff
command-beleidsbericht-schrijf = Write a new policy message
command-beleidsbericht-verder = Go on with a message you wrote before
command-beleidsbericht-verbeter = Correct a message, also when it was sent
command-beleidsbericht-trek-in = Take a message back, wherever it stands
command-beleidsbericht-lijst = See the newest policy messages
command-abonneren = Choose the themes you get news about
command-afmelden = Stop all news messages
command-klopt-dit = See whether a message is really ours
option-alert-number = The number of the message
option-alert-code = The code below the message
word-beleidsbericht = policy-message
word-schrijf = write
word-verder = continue
word-verbeter = correct
word-trek-in = take-back
word-abonneren = subscribe
word-afmelden = unsubscribe
word-klopt-dit = is-this-real
word-code = code

## Matching module: files with collectives

import-languages = I do not know this language: { $what }. Use codes such as nl, en or tr.
import-members = This is no choice for the number of people: { $what }. Choose for example 6-15.
import-precision = I do not know this: { $what }. Choose place, municipality or province.
import-links = This is no good address on the web: { $what }. At most three, with a semicolon between them.
import-country = This is no country: { $what }. Use two letters, such as nl or be.
import-similar = Note: looks like { $name }, which is there already.
import-no-name-column = The column name is missing. Nothing has changed. Put the names of the columns on the first line.
import-line = Line { $line }: { $name }: { $said }
import-outcome-new = new
import-outcome-changed = different from what was there
import-outcome-same = was like this already
import-outcome-bad = is not right
import-no-name = the name is empty
import-twice = { $what } is in the file twice, with the same place
import-themes = the theme "{ $what }" does not exist
import-context = the context "{ $what }" does not exist
import-phase = the phase "{ $what }" does not exist
import-motives = the motive "{ $what }" does not exist
import-methods = the method "{ $what }" does not exist
import-legal_form = the legal form "{ $what }" does not exist
import-population = "{ $what }" is no number of inhabitants
import-contact = "{ $what }" is no account; write for example discord:123456789
import-done = Done. New: { $new }. Updated: { $changed }. Was like this already: { $same }.
import-plan = Nothing has changed yet. New: { $new }. Updated: { $changed }. Was like this already: { $same }.
import-refused =
    { $bad ->
        [one] Nothing has changed, because one line is not right. Correct it and read the file again.
       *[other] Nothing has changed, because { $bad } lines are not right. Correct them and read the file again.
    }

## Privacy

command-mijn-gegevens = See and save what the bot knows about you
command-vergeet-mij = Let the bot erase everything about you
command-privacy = Read what the bot does with your data
command-taal = Choose the language the bot speaks with you
option-language = Which language?
word-mijn-gegevens = my-data
word-vergeet-mij = forget-me
word-privacy = privacy
word-taal = language
word-keuze = choice
language-nl = Nederlands
language-en = English
privacy-language-set = The bot speaks English with you from now on.
privacy-nothing = We keep nothing about you. There is nothing to erase.
privacy-none-now = We keep nothing about you at the moment.
privacy-file = This is all that the bot keeps about you. One file is for reading. The other is for a computer. Only you see this message. Is something wrong? Ask with /question ask. Do you want us to erase everything? Type /forget-me.
privacy-page-title = Your data at the Bewonersbot, { $at }
privacy-page-kept = How long: { $how }
privacy-page-until = Until { $at }.
privacy-page-seen = Who sees it: { $who }
privacy-page-of-other = [message of somebody else]
privacy-page-line = { $label }: { $value }
privacy-ask =
    Do you want us to erase everything about you?
    This goes: your name and your account. Your questions and the answers. Your votes in open polls. The themes you get news about. Your role as contact. Your requests to meet. Messages that still wait.
    This stays: the result of polls that are over, without your name. And what you wrote for the whole group: a poll, article or policy message, or as staff an answer to somebody else. Your name goes there too, but not in a private message older than 30 days.
    We cannot find anonymous votes in a poll that is over. In our copies erasing takes 35 days.
    You cannot undo this.
privacy-erase-button = Yes, erase everything about me
privacy-done =
    Everything about you is erased. Your proof: { $code }. Write that code down if you want to keep it.
    What you typed in a channel yourself, you erase yourself: press and hold the message and choose Delete. Our talk in your private messages stays in the app too.
    Do you use the bot again? Then it does not know you and starts anew.
privacy-erased-message = This message was erased, because somebody asked for that.
privacy-reminder = You have not been at the Bewonersbot for long. In { $days } days we erase everything about you. Do you not want that? Then type /privacy or ask a question. Then everything stays.
outbox-kind-privacy-erased = the erasing of a message
outbox-kind-privacy-reminder = a note that data is about to be erased
privacy-restrict-on-button = Put data on hold
privacy-restrict-off-button = Turn data on
privacy-object-on-button = Object
privacy-object-off-button = Withdraw objection
privacy-restrict-on =
    Your data is on hold. We keep it, but do not use it. Staff know that you asked this.
    { privacy-on-hold }
privacy-object-on =
    Your objection is stored. An administrator answers you within a month. Until then we do not use your data.
    { privacy-on-hold }
privacy-on-hold =
    The bot does not introduce you to other groups. Your open requests to meet stop.
    You get no news or other messages from the bot. You do get an answer when you ask something yourself. And a note before we erase anything.
    Do you vote in a poll yourself? Then your vote counts.
    Do you want to go back? Type /my-data.
privacy-hold-already = You had asked that already. Nothing changed.
privacy-hold-over = { $still ->
        [yes] That is withdrawn. Your data is still on hold, because you asked something else too.
       *[no] Your data is on again. The bot uses it again.
    }
privacy-hold-none = It was so already. Nothing changed.
privacy-restriction-card = { $kind ->
        [object] **{ $name } objects to the use of their data.** The bot does not use it now. Talk with { $name } and answer before { $at }. Done? Then an administrator presses the button.
       *[restrict] { $name } put their data on hold. The bot does not use it now. You do not have to do anything.
    }
privacy-restriction-over = { $how ->
        [decided] This objection is done.
       *[other] Somebody asked something about their data, and withdrew it.
    }
privacy-restriction-gone = This is done already. Nothing changed.
privacy-decide-button = Objection is done
privacy-you-decided = This objection is done. Who made it gets a message now.
privacy-decided = An administrator looked at your objection. It is done now. The bot uses your data again. Did you put it on hold yourself as well? Then that stays. Do you have a question? Type /question ask. You can complain to the Autoriteit Persoonsgegevens. To have everything erased, type /forget-me.
outbox-kind-privacy-restriction = a question about somebody's data
outbox-kind-privacy-decided = the answer to an objection
privacy-table-restrictions = What we may not do with your data
privacy-keep-restrictions = Until you withdraw it, or an administrator answers.
privacy-seen-restrictions = You and staff.
privacy-notice-who = **Your data at the Bewonersbot.** We are LSA bewoners. We take care of this bot. Here you read what the bot does with your data.
privacy-notice-what = **What do we keep?** Your name in the chat and the number of your account. What you ask or tell the bot. Are you a contact? Then also how people can reach you.
privacy-notice-why = **Why?** To answer your question well. To bring groups in touch with each other. To count votes fairly.
privacy-notice-basis = **Why is that allowed?** For questions and polls we need it for our work. That is called 'legitimate interest'. For meeting others and news about a theme we ask you first. You may always say no again.
privacy-notice-long = **How long?** Your question: 90 days after it is done. Do you tell of an emergency? Then 30 days. A meeting: 6 months. A vote by name: 12 months after the poll. Your name and account: until 24 months after your last message. You get a note first. Copies for when something breaks: 35 days.
privacy-notice-seen = **Who sees it?** Staff of LSA see your question. Another group sees your name only when you both say yes. We sell nothing. The bot takes no decisions about you.
privacy-notice-discord = **Mind: Discord.** This chat belongs to Discord, a company in America. Discord also sees what you type and click. So do not tell anything in the chat that must stay secret.
privacy-notice-votes = **Voting by name.** After closing everybody in the group can see what you chose, for 12 months. The poll says so beforehand. **Voting without a name.** Nobody in the group sees what you vote. Staff do not either. Is the poll still open? Then only the technical administrator could find out, with much effort. We do not do that. After closing it is impossible. Does everybody vote the same? Then others know what you chose after all.
privacy-notice-rights = **What may you do?** See what we have: type /my-data. There you can also put your data on hold or object. Leave the bot: type /forget-me. Then we erase everything of yours. In the copies that takes 35 days. What you typed in a channel yourself, you erase yourself in the app.
privacy-notice-young = **Younger than 16?** Then this bot is not for you. Ask an adult to take part.
privacy-notice-complain = **Question or complaint?** { $contact ->
        [none] Ask staff with /question ask.
       *[other] Ask staff with /question ask. Or mail { $contact }.
    } You can also complain to the Dutch data protection authority (Autoriteit Persoonsgegevens). Version 2, November 2026.
privacy-table-people = You
privacy-keep-people = Until 24 months after your last message.
privacy-seen-people = You and staff.
privacy-table-identities = Your account in the chat
privacy-keep-identities = As long as your name.
privacy-seen-identities = Only the bot.
privacy-table-buckets = How often you did something
privacy-keep-buckets = 24 hours.
privacy-seen-buckets = Only the bot.
privacy-table-questions = Your questions
privacy-keep-questions = Until 90 days after the question is done. In an emergency: 30 days.
privacy-seen-questions = You and staff. Did you ask in a channel? Then everybody there.
privacy-table-answers = Answers
privacy-keep-answers = As long as the question.
privacy-seen-answers = Who asked and staff.
privacy-table-deliveries = Messages from the bot to you
privacy-keep-deliveries = Until 30 days after sending. Does it stand below a question where all can read it? Then as long as that question. The contents 24 hours.
privacy-seen-deliveries = You and the technical administrator.
privacy-table-question_events = What happened with your question
privacy-keep-question_events = As long as the question.
privacy-seen-question_events = Staff. You see the steps, not their notes.
privacy-table-question_followers = Questions that you have too
privacy-keep-question_followers = Until you stop it.
privacy-seen-question_followers = The bot only.
privacy-table-bottlenecks = Rules that stand in your way
privacy-keep-bottlenecks = 12 months. After that only the theme stays.
privacy-seen-bottlenecks = Staff.
privacy-table-routes = Themes that you help with
privacy-keep-routes = Until you switch it off.
privacy-seen-routes = Staff.
privacy-table-absences = When you are away
privacy-keep-absences = Until 30 days after that.
privacy-seen-absences = Staff.
privacy-table-consultations = Questions that you gave advice about
privacy-keep-consultations = As long as the question.
privacy-seen-consultations = Staff and you.
privacy-table-canned_replies = Standard replies that you wrote
privacy-keep-canned_replies = The reply stays as long as it is used. Your name for 24 months.
privacy-seen-canned_replies = Staff.
privacy-table-answer_drafts = Answers that you did not send yet
privacy-keep-answer_drafts = As long as the question.
privacy-seen-answer_drafts = Staff.
privacy-table-article_versions = Articles that you changed
privacy-keep-article_versions = The text stays. Your name for 24 months.
privacy-seen-article_versions = Staff.
privacy-table-article_doubts = What you think is wrong in an article
privacy-keep-article_doubts = 90 days.
privacy-seen-article_doubts = Staff.
privacy-table-search_words = Search words that you added
privacy-keep-search_words = The word stays. Your name for 24 months.
privacy-seen-search_words = Staff.
privacy-table-contacts = Your role as contact
privacy-keep-contacts = Until your role ends.
privacy-seen-contacts = Staff and the other contacts of your group. Another group only after you both said yes.
privacy-table-contact_offers = That you were asked to be a contact
privacy-keep-contact_offers = 14 days, or until you answer.
privacy-seen-contact_offers = Who asked you, and staff.
privacy-table-introductions = Meeting other groups
privacy-keep-introductions = Until 6 months after the end. After a no: 30 days.
privacy-seen-introductions = Your group. The other group sees your request.
privacy-table-pictures = Pictures that you sent
privacy-keep-pictures = As long as the profile or the success is there. Your name goes when you want to go.
privacy-seen-pictures = Everybody who sees the profile or the success.
privacy-table-attendees = Meetings that you take part in
privacy-keep-attendees = Until 6 months after the meeting was set up.
privacy-seen-attendees = The people you meet.
privacy-table-meeting_moments = When you can come
privacy-keep-meeting_moments = Until 6 months after the meeting was set up.
privacy-seen-meeting_moments = The people you meet.
privacy-table-collective_blocks = Groups that your group does not want to hear from
privacy-keep-collective_blocks = Until you switch it off.
privacy-seen-collective_blocks = Your group and staff only.
privacy-table-watches = New groups that you want to hear of
privacy-keep-watches = Until you stop it.
privacy-seen-watches = The bot only.
privacy-table-circle_members = Circles that you belong to
privacy-keep-circle_members = Until you step out.
privacy-seen-circle_members = The people in the circle.
privacy-table-coffee_members = Coffee rounds that you take part in
privacy-keep-coffee_members = Until you step out.
privacy-seen-coffee_members = The bot. Staff can look ahead at who would talk with whom.
privacy-table-coffee_seats = Who you had coffee with
privacy-keep-coffee_seats = 2 years. That way you do not keep meeting the same people.
privacy-seen-coffee_seats = The people you were with.
privacy-table-successes = Successes that you shared
privacy-keep-successes = Until your group takes the success away. Your name goes when you want to go.
privacy-seen-successes = Everybody, without your name.
privacy-table-activities = Activities that you announced
privacy-keep-activities = Until a year after it. Your name goes when you want to go.
privacy-seen-activities = Everybody, without your name.
privacy-table-article_checks = Articles that you checked
privacy-keep-article_checks = 3 years. Your name goes when you want to go.
privacy-seen-article_checks = Staff.
privacy-table-polls = Polls you started
privacy-keep-polls = The poll stays. Your name goes out 12 months after the end.
privacy-seen-polls = Everybody sees the poll.
privacy-table-ballots = Your votes
privacy-keep-ballots = By name: until 12 months after the poll. Anonymous: until the poll closes.
privacy-seen-ballots = By name: after closing everybody in the group. Anonymous: nobody.
privacy-table-alerts = Policy messages you wrote or approved
privacy-keep-alerts = The message stays. Your name 24 months.
privacy-seen-alerts = Everybody sees the message, staff your name.
privacy-table-subscriptions = What you want news about
privacy-keep-subscriptions = Until you switch it off.
privacy-seen-subscriptions = Only you.
privacy-table-articles = Articles you wrote
privacy-keep-articles = Until 30 days after the article goes.
privacy-seen-articles = Everybody sees the article.
privacy-table-audits = What you did as staff or at the bot
privacy-keep-audits = Until 12 months after.
privacy-seen-audits = Administrators.
privacy-field-name = Name
privacy-field-language = Language
privacy-field-seen_at = Last seen
privacy-field-id = Number
privacy-field-text = Text
privacy-field-state = State
privacy-field-asked_at = Asked
privacy-field-closed_at = Done
privacy-field-written_at = Written
privacy-field-reach = Reached by
privacy-field-note = Note
privacy-field-theme = Theme
privacy-field-choices = Chosen
privacy-field-question = Question
privacy-field-title = Title
privacy-field-action = What
privacy-field-object = About
privacy-field-at = When
privacy-field-kind = Kind
privacy-field-queued_at = Queued
privacy-field-since = Since
privacy-field-used_at = Last used

helpdesk-helped-button = Yes, I was helped
helpdesk-not-helped-button = No, not yet
helpdesk-helped = Good. Your question is done. Do you want to know more later? Just ask again.
helpdesk-not-helped = Thank you, that is good to know. A staff member looks at question { $number } again. You will hear by yourself.

# The figures of the help desk

command-helpdesk = The help desk in figures, for staff
word-helpdesk = helpdesk
command-helpdesk-cijfers = See how many questions came and how fast they were done
word-cijfers = figures
option-figures-months = Over how many months? Fill in 1 to 12
word-maanden = months
figures-title = The help desk in { $months ->
    [one] this month
   *[other] the last { $months } months
  }
figures-none = There are no questions in these months yet.
figures-total = { $asked ->
    [one] One question.
   *[other] { $asked } questions.
  } Done without staff: { $by_article }. Answered by staff: { $by_person }.
figures-first = Staff gave the first answer after { DURATION($first_s) } on average.
figures-last = A question was done after { DURATION($last_s) } on average.
figures-open = Open now: { $open }. Asked today: { $fresh }. This week: { $week }. Older: { $older }.
figures-happy = Askers who say they were helped: { $happy }. Not helped yet: { $unhappy }.
figures-themes = **What is it about?**
figures-theme = { $theme }: { $asked }, without staff { $by_article }
figures-rest = Other themes or no theme
figures-months = **By month**
figures-month = { $month }: { $asked }, without staff { $by_article }
figures-about = Themes with fewer than { $smallest } questions stand together. We do not count questions of people in distress. The average is the middle value.
figures-picture = Questions by month
figures-picture-note = { $count } without staff
figures-file-button = Download for Excel
figures-file = Here is the file. There are no names in it.
figures-column-month = Month
figures-column-theme = Theme
figures-column-asked = Questions
figures-column-by-article = Without staff
figures-column-by-person = By staff
figures-column-first = Hours to first answer
figures-column-last = Hours until done
figures-column-happy = Helped
figures-column-unhappy = Not helped

# Below an answer: is it right, who did this already, a rule in the way, me too, the theme

helpdesk-not-here = That cannot be done with this question. Nothing changed. Type /ask mine to see your own questions.
helpdesk-other-language = { $spoken ->
        [nl] This article is only there in Dutch.
       *[other] This article is only there in English.
    }
helpdesk-flemish = Your question seems to be about Flanders. This is about Dutch rules. Ask your own municipality what holds there.
helpdesk-no-angle = You name a reason of your own to do this. Nothing is said about that here. A staff member or another group may know more.
helpdesk-person-looks-too = A staff member looks at this question too.
helpdesk-thrown-away = An answer that is not right stood here. I took it away. A staff member looks at question { $number } now.
helpdesk-thrown-away-thanks = Thank you. The answer is gone. A staff member looks at question { $number } now. The answer comes by itself.
helpdesk-thrown-away-staff = The answer to question { $number } is gone. The question is with staff now.
helpdesk-knowers = **They did this already:**
helpdesk-knowers-success = • { $who }: { $what }
helpdesk-knowers-collective = • { $who }. { $what }
helpdesk-knowers-button = Read how they did it
helpdesk-peers-button = Who did this already?
helpdesk-peers-none = I know no group yet that did this. Ask a person, or look again later. There are more groups all the time.
helpdesk-follow-button = I have this question too
helpdesk-unfollow-button = Stop following
helpdesk-follow-own = This is your own question. The answer comes by itself.
helpdesk-followers = { $count ->
        [one] One more person has this question.
       *[other] { $count } more people have this question.
    }
helpdesk-followed = Noted. { $count ->
        [one] You have question { $number } too.
       *[other] There are now { $count } of you who have question { $number } too.
    } Is there an answer? Then I send it to you in a private message. Nobody sees that it is you.
helpdesk-followed-before = You follow question { $number } already. Is there an answer? Then I send it to you in a private message.
helpdesk-unfollowed = You no longer follow question { $number }. You will hear no more about it.
helpdesk-followed-answer = There is an answer to question { $number }, which you have too:
    > { $question }
helpdesk-followed-by = { $name } writes:
    { $answer }
helpdesk-followed-moved = { $public ->
        [yes] Question { $number } belongs to question { $other }. You follow that one now. The answer comes by itself.
       *[no] Question { $number } belongs to a question that is not for everybody. So the following stops. Do you still want an answer? Then ask your own question.
    }
helpdesk-followed-gone = Question { $number } does not go on in public. So the following stops. Do you still want an answer? Then ask your own question.
helpdesk-earlier = **Others asked this before:**
helpdesk-earlier-line = - Question { $number }, { $answered ->
        [yes] with an answer
       *[no] still open
    }: { $text }
helpdesk-earlier-button = Read question { $number }
helpdesk-earlier-head = **Question { $number }**
helpdesk-earlier-answer = Answer: { $answer }
helpdesk-earlier-open = There is no answer yet. Do you have this question too? Press the button.
helpdesk-earlier-nothing = There is no answer with this any more. Do you have this question too? Then ask it yourself.
helpdesk-rule-button = A rule is in the way
helpdesk-rule-title = A rule is in the way
helpdesk-rule-which = Which rule is that?
helpdesk-rule-hint = Write it in your own words. You need not know the name of the law.
helpdesk-rule-layer = Whose rule is it?
helpdesk-layer-rijk = The national government
helpdesk-layer-provincie = The province
helpdesk-layer-gemeente = The municipality
helpdesk-layer-waterschap = The water board
helpdesk-layer-unknown = I do not know
helpdesk-rule-empty = I do not see which rule it is yet. Nothing was saved. Write it in your own words.
helpdesk-rule-layer-unknown = Choose whose rule it is. Nothing was saved. Do you not know? Then choose I do not know.
helpdesk-rule-noted = Thank you, it is saved. We count how often a rule is in the way. We show only those numbers, never what you wrote. With them we talk to the government. Do you change your mind? Then take it away.
helpdesk-rule-changed = It is changed. You had told something else with this question. That no longer counts.
helpdesk-rule-remove-button = Take this away
helpdesk-rule-removed = It is gone. It no longer counts.
command-knelpunten = See where rules are in the way, for staff
word-knelpunten = bottlenecks
helpdesk-rules-themes = **Where is a rule in the way?** By theme:
helpdesk-rules-layers = **Whose rule is it?**
helpdesk-rules-line = - { $what }: { $count } people
helpdesk-rules-about = This is about the last twelve months. With fewer than five people I show no number.
helpdesk-rules-too-few = Rules were reported, but for each theme by fewer than five people. Then I show no number.
helpdesk-rules-none = No rule was reported yet.
helpdesk-theme-label = What is your question about?
helpdesk-theme-guess = This is what the bot thinks
helpdesk-theme-chance = The bot is { $percent } percent sure
helpdesk-theme-unknown-option = I do not know
helpdesk-theme-group = Something with: { $group }
helpdesk-theme-pick = Choose what the question is about.
helpdesk-theme-now = Question { $number } is about: { $themes }. { $judged ->
        [yes] Somebody chose that.
       *[no] That is what the bot thinks.
    } Is that not right? Choose below.
helpdesk-theme-noted = Good to know. The question is now about: { $theme }.
helpdesk-theme-none = That is fine. A staff member looks at what the question is about.
helpdesk-theme-unknown = I do not know this theme. Nothing changed. Choose one from the list.
helpdesk-theme-button = Choose a theme
helpdesk-back-tenure = One question back: do you rent or do you own your house? Then the answer fits you better. You may skip this.
helpdesk-back-place = One question back: is it about a village or a city district? Then the answer fits you better. You may skip this.
helpdesk-back-form = One question back: are you a foundation or an association already? Then the answer fits you better. You may skip this.
helpdesk-back-tenant = I rent
helpdesk-back-owner = I own my house
helpdesk-back-village = A village
helpdesk-back-district = A city district
helpdesk-back-informal = No, not yet
helpdesk-back-formal = Yes, we are
helpdesk-back-unsaid = Skip this
helpdesk-back-thanks = Thank you. This answer fits better:
helpdesk-back-skipped = That is fine. This is the answer:
helpdesk-back-unknown = I do not know this answer. Nothing changed. Press one of the buttons.
helpdesk-told-tenant = rents
helpdesk-told-owner = owns a house
helpdesk-told-village = about a village
helpdesk-told-district = about a city district
helpdesk-told-informal = no foundation or association yet
helpdesk-told-formal = is a foundation or an association
helpdesk-card-wrong = The bot gave an answer that is not right: { $titles }
helpdesk-card-unplaced = The bot could not place this. Choose a search word under More, so that the bot finds it next time.
staffdesk-do-words = Add a search word
outbox-kind-question-followed = the answer for somebody who has a question too
outbox-kind-question-followed-moved = the message that a question belongs to another
outbox-kind-question-followed-gone = the message that a question does not go on

## Help desk: who helps, until when, and the help forum

helpdesk-time-unclear = I do not understand this time: { $said }. Nothing has changed. Type for example 9.00.
helpdesk-hours-unclear = I do not understand this time: { $said }. Nothing has changed. Type for example 9.00-17.00. Or type: closed.
helpdesk-promise-unclear = This number of days is not possible. Nothing has changed. Choose 1 to { $most_goal } working days for an answer. Choose { $least_idle } to { $most_idle } days of silence, or 0 if you do not want that.
helpdesk-not-for-others = This question cannot go to somebody else. Nothing was sent. It is done already, or the bot referred the asker first.
helpdesk-expert-not-found = Nobody chose to help with this theme, or that person is away. Nothing was sent. Answer it yourself or try later.
helpdesk-already-consulted = This person got this question before. Nothing was sent. Choose somebody else.
helpdesk-advice-over = This is done already. Nothing has changed. Thank you for wanting to help.
helpdesk-no-post = There is no question here that I know. Nothing has changed. Use this with a message below a question in the forum.
helpdesk-expected = A staff member usually answers within { $days ->
        [one] 1 working day
       *[other] { $days } working days
    }: { $until } at the latest.
helpdesk-expected-busy = It is busy now. We try to answer you before { $until }. It may take longer.
helpdesk-expected-past = You have been waiting longer than we said. We are sorry. We have not forgotten your question.
helpdesk-closed-hours = Nobody is here now. We are back on { $opens_at }.
helpdesk-help-none = Do you know a lot about a theme? Choose it below. Then a staff member can ask you for help. You may always say no, and stop at any moment.
helpdesk-help-all = You help with every theme. Choose themes below if you want less.
helpdesk-help-themes = You help with: { $themes }.
helpdesk-help-as-staff = Your name is shown with new questions about these themes in the staff channel. When it is your turn, the bot mentions you.
helpdesk-help-as-expert = When staff do not know something, you may get a private message. You never see who asked the question.
helpdesk-help-away = You are away until { $until }. Until then we ask you nothing.
helpdesk-help-pick = What do you help with? (part { $part } of { $of })
helpdesk-help-all-button = I help with everything
helpdesk-help-stop-button = Stop helping
helpdesk-help-stopped = Stopped. You get no new questions. Thank you for your help. With /help-out you begin again.
helpdesk-away-button = I am away for a while
helpdesk-back-button = I am back
helpdesk-away-title = Away for a while
helpdesk-away-label = Until when?
helpdesk-away-hint = Such as: Monday 9.00, or in 2 weeks
helpdesk-card-helpers = Staff who chose this theme: { $names }.
helpdesk-card-experts = Experts by experience: { $names }.
helpdesk-card-called = { $who }, will you look at this question?
helpdesk-no-expert-name = Somebody
helpdesk-consulted-asked = { $name } was asked for advice.
helpdesk-consulted-answered = { $name } gave advice.
helpdesk-consulted-declined = { $name } does not know this.
helpdesk-consulted-ended = { $name } gave no advice.
staffdesk-do-consult = Ask an expert by experience
helpdesk-consult-pick = Whom do you want to ask?
helpdesk-consult-who = These people chose the theme of question { $number }. Choose one. Then you see what that person reads. The name of the asker is not in it.
helpdesk-consult-title = Advice on question { $number }
helpdesk-consult-label = The other reads this. Leave out names.
helpdesk-consult-sent = Sent. { $name } gets the question in a private message. The advice comes to the channel of staff.
helpdesk-expert-contact = somebody of a residents' group
helpdesk-expert-resident = a resident
helpdesk-expert-asked = A staff member asks for your advice, because you want to help with this theme. Somebody wants to know:
    { $question }
    Do you know something? Write it down. Staff look at it and pass it on. If you do not know, that is fine too.
helpdesk-expert-answered = Staff have your advice. Thank you! You need not do anything more.
helpdesk-expert-declined = You let us know that you do not know this. That helps too. You need not do anything more.
helpdesk-expert-ended = This question is done already. You need not do anything more. Thank you for wanting to help.
helpdesk-expert-thanked = The question is done. Thank you for your advice!
helpdesk-advise-button = I know something
helpdesk-decline-button = I do not know this
helpdesk-advise-title = Your advice
helpdesk-advise-label = What is your advice?
helpdesk-advise-name = May your name be shown with it?
helpdesk-advise-named = Yes, show my name
helpdesk-advised = Thank you. Staff have your advice now. You need not do anything more.
helpdesk-declined = Thank you for looking. Staff look further.
helpdesk-advice-came = There is advice on question { $number }:
helpdesk-advice-button = Use this answer
helpdesk-advice-from = { $named ->
        [yes] This advice comes from { $name }, { $who }.
       *[no] This advice comes from an expert by experience: { $who }.
    }
helpdesk-round = Good morning. { $count ->
        [one] 1 question waits
       *[other] { $count } questions wait
    } for staff. The oldest comes first. Press a button to open a question.
helpdesk-late = { $count ->
        [one] This question is late.
       *[other] These { $count } questions are late.
    } The asker waits longer than we promised. Who takes this on?
helpdesk-round-line = - { $late ->
        [yes] **Question { $number }, late**
       *[no] Question { $number }
    }{ $taken ->
        [yes] , with { $by }
       *[no] { "" }
    }: { $text }
helpdesk-round-referral = - { $late ->
        [yes] **Question { $number }, late**
       *[no] Question { $number }
    }{ $taken ->
        [yes] , with { $by }
       *[no] { "" }
    }: the bot referred the asker first
helpdesk-round-short = - { $late ->
        [yes] **Question { $number }, late**
       *[no] Question { $number }
    }
helpdesk-round-more = And { $count } more. Type /waiting to see them.
helpdesk-open-button = Open { $number }
helpdesk-card-link = The card of this question: { $url }
helpdesk-solved-button = This is the answer
helpdesk-solved-saved = Good. Question { $number } is now marked as solved. Others see which message is the answer.
helpdesk-solved = ✅ This message is the answer.
helpdesk-solved-link = ✅ The answer is here: { $url }
helpdesk-solved-elsewhere = Another message is the answer now.
helpdesk-silent = It has been silent here for a while. Is your question done? Then press Done. If I hear nothing, I put this post away in a week. You can always open it again.
helpdesk-silent-over = Good, I know enough.
helpdesk-done-button = Done
helpdesk-not-done-button = Not done yet
helpdesk-done-saved = Good that you are done. I put this post away. Everybody can still read it.
helpdesk-not-done-saved = Good, I leave this post open. Do you want help from a person? Type /ask mine and choose your question.
helpdesk-put-away = It stayed silent. So I put this post away. Is there something after all? Write it here or press the button. Then staff will look.
helpdesk-over = This question is done. Do you want to know more about it? Press the button. Then staff will look.
helpdesk-again-button = Open my question again
forum-state-open = open
forum-state-answered = answered
forum-state-solved = solved
forum-theme-ontmoeten = meeting places
forum-theme-groen-klimaat = green and climate
forum-theme-energie = energy
forum-theme-wonen = housing
forum-theme-economie-werk = work and economy
forum-theme-omzien = looking out
forum-theme-leefbaarheid = liveability
forum-theme-zeggenschap-politiek = say and politics
forum-theme-aanpak = ways of working
forum-theme-organisatie = running your group
forum-theme-geld = money
forum-theme-lsa = about LSA
setup-hours = The help desk is open: { $days }.
setup-hours-never = The help desk is never open. Residents do not see then when they get an answer.
setup-hours-day = { $day } { $from } to { $till }
setup-promises = We promise an answer within { $goal ->
        [one] 1 working day
       *[other] { $goal } working days
    }. { $idle ->
        [0] Silent posts in the forum stay.
       *[other] After { $idle } days of silence I ask whether a post in the forum is done.
    } { $calls ->
        [yes] With questions that are late I mention the role of staff.
       *[no] With questions that are late I mention nobody.
    }
setup-weekly = Staff get a message about the knowledge base every week: on { $day } at { $at }. Is that a public holiday? Then on the working day after it.
setup-weekly-day = Message of the week: on which day?
setup-weekly-at = Message of the week: what time? Like 9.00
setup-hours-button = Other hours
setup-promises-button = Other promises
setup-hours-title = Opening hours
setup-hours-days = On which days?
setup-hours-span = At what time? Or type: closed
setup-hours-hint = 9.00-17.00
setup-promises-title = What we promise
setup-promises-goal = Answer within how many working days?
setup-promises-idle = Ask after how many silent days? (0: never)
setup-promises-call = Mention staff with late questions?
setup-promises-call-yes = Yes, mention the role of staff
setup-weekday-0 = Monday
setup-weekday-1 = Tuesday
setup-weekday-2 = Wednesday
setup-weekday-3 = Thursday
setup-weekday-4 = Friday
setup-weekday-5 = Saturday
setup-weekday-6 = Sunday
setup-right-tidy = manage threads
setup-for-tidy = Without it the bot puts no tags on questions in the forum and does not put them away.
outbox-kind-staff-round = the list of questions that wait
outbox-kind-staff-late = the message about questions that are late
outbox-kind-expert-question = a question for advice
outbox-kind-expert-advice = advice of an expert by experience
outbox-kind-question-solved = the line below the answer
outbox-kind-question-silent = the question whether a post is done
outbox-kind-question-put-away = the last line of a silent post
outbox-kind-question-over = the message that a question is done
outbox-kind-question-opened = the message that a question is open again
outbox-kind-question-marks = the tags of a question in the forum
command-helpen = Choose themes you want to help with, or say that you are away
command-instellingen-tijden = Choose when the help desk is open and what you promise
word-helpen = help-out
word-tijden = hours

## Asking in depth: who may read it, the own questions, what is changed or taken back

helpdesk-form-reader = Who may read the answer?
helpdesk-form-reader-me = Only me
helpdesk-form-reader-me-hint = You read the answer here, or later in a private message.
helpdesk-form-reader-all = Everyone in the help channel
helpdesk-form-reader-all-hint = I put your question there. The answer comes below it. Others learn too.
helpdesk-form-name-yes = Yes, with my name
helpdesk-form-name-yes-hint = Staff see your name. In the help channel everyone sees your name.
helpdesk-form-name-no = No, without my name
helpdesk-form-name-no-hint = Nobody sees your name, not even staff. Only the bot knows who you are.
helpdesk-without-name = You asked without your name. Nobody sees who you are, not even staff. The bot does know. That is how it can bring you the answer.
helpdesk-help-channel = the help channel
helpdesk-posted =
    Your question has number { $number }. I put it in { $place } now, { $anonymous ->
        [yes] without your name
       *[no] with your name
    }. { $waits ->
        [yes] A staff member looks at it. The answer comes below it.
       *[no] My answer is below it.
    } With /ask mine you see how it stands.
helpdesk-not-posted = I do not put your question in the help channel. Only you read my answer.
helpdesk-post = **Question { $number }** from { $asker }:
helpdesk-known = I have your question already, as number { $number }. { $waits ->
        [yes] A staff member looks at it. You will get an answer.
       *[no] I gave an answer. Does it not help? Type /ask mine and ask a person.
    }
helpdesk-is-withdrawn = This question was taken back. The text is gone. Nothing has changed. Who still wants to know asks the question again.
helpdesk-unsaid = This question was taken back.
helpdesk-unsaid-answer = { $name } answered here. The question itself was taken back.
    { $answer }
helpdesk-private-button = Go on in private
helpdesk-private-already = This question is private already. Look in your private messages, or type /ask mine.
helpdesk-gone-private = I go on with you in a private message. { $own_message ->
        [yes] Your own message is still here. I may not remove it. You can. Press and hold the message, or right-click it. Then choose delete. Your question stays.
       *[no] Your question is not in the channel any more.
    }
helpdesk-moved = Here we go on in private with question { $number }: { $text }
helpdesk-made-for-you = A staff member made question { $number } of your message. So you get an answer here.
helpdesk-made = { $own ->
        [yes] Your message
       *[no] The message of { $name }
    } is question { $number } now. { $again ->
        [yes] I had that question already.
       *[no] { $private ->
            [yes] The answer comes in a private message.
           *[no] The answer comes below the message.
        }
    }
helpdesk-already-asked = Question { $number } was made of this message already. Nothing has changed.
helpdesk-not-your-message = Somebody else wrote this message. Only the writer or a staff member makes a question of it. Nothing was stored. Do you want to know the same? Type /ask question.
helpdesk-message-of-bot = A bot wrote this message. I cannot make a question of it. Nothing was stored.
helpdesk-only-pictures = I cannot read pictures, and no films or sound either. Type in a few words what you want to know. Then I can help you.
helpdesk-own-suggested = You got an answer from the knowledge base. Does it not help? Ask a person.
helpdesk-own-open = Waits for a staff member. You will get an answer.
helpdesk-own-claimed = A staff member works on it. You will get an answer.
helpdesk-own-waiting = A staff member asked you something. We wait for your answer.
helpdesk-own-snoozed = A staff member comes back to this later. You will get an answer.
helpdesk-own-answered = A staff member answered. Do you want to know more? Open the question again.
helpdesk-own-closed = Done. Not helped after all? Open the question again.
helpdesk-own-withdrawn = Taken back. The text is gone. Nobody will answer.
helpdesk-own-page = This is page { $page } of { $pages }. Choose a question below to see more.
helpdesk-own-pick = Choose a question
helpdesk-own-option = Question { $number }: { $text }
helpdesk-own-newer-button = Newer questions
helpdesk-own-older-button = Older questions
helpdesk-own-close-button = Close the question
helpdesk-own-reopen-button = Open again
helpdesk-own-withdraw-button = Take back
helpdesk-own-sure-button = Yes, take it back
helpdesk-own-sure = Are you sure? The text of question { $number } disappears everywhere. You cannot undo that. Nobody will answer then. Do you not want that? Then you need not do anything.
helpdesk-own-gone = Question { $number } was taken back. The text is gone. { $own_message ->
        [yes] Your own message is still in the channel. You can delete it yourself.
       *[no] You can always ask a new question.
    }
helpdesk-own-anonymous = You asked this without your name.
helpdesk-own-public = Everyone in the channel can read this.
helpdesk-card-changed = Note: the asker changed the question after the answer.
helpdesk-own-history = This happened:
helpdesk-happened-asked = - { $at }: the question was asked.
helpdesk-happened-handed-over = - { $at }: you asked for a person.
helpdesk-happened-claimed = - { $at }: a staff member began with it.
helpdesk-happened-asked-back = - { $at }: a staff member asked you something.
helpdesk-happened-answered-back = - { $at }: you answered that.
helpdesk-happened-answered = - { $at }: a staff member answered.
helpdesk-happened-accepted = - { $at }: you said that the answer helps.
helpdesk-happened-edited = - { $at }: you changed the question.
helpdesk-happened-gone-private = - { $at }: you went on in private.
helpdesk-happened-closed = - { $at }: the question was closed.
helpdesk-happened-reopened = - { $at }: you opened the question again.
helpdesk-happened-withdrawn = - { $at }: the question was taken back.
helpdesk-happened-split = - { $at }: staff made two questions of it.
helpdesk-happened-published = - { $at }: it became an article.
outbox-kind-question-posted = a question in the help channel
outbox-kind-question-known = the message that a question is there already
outbox-kind-question-withdrawn = removing a question that was taken back
option-public = Put the question in the help channel. Everyone reads the answer.
word-openbaar = public
word-maak-hier-een-vraag-van = Make this a question
word-dit-is-het-antwoord = This is the answer


# The day of staff

command-antwoorden = Answers you use more often, for staff
option-question-number = The number of the question
word-antwoorden = answers
staffdesk-not-now = This cannot be done with question { $number } now. { $state ->
    [suggested] The asker is still reading an answer of the bot.
    [answered] There is an answer already.
    [closed] The question is done.
   *[other] The question still waits for an answer.
  } Nothing has changed. The card shows what you can do now.
staffdesk-not-staff = { $name } cannot handle questions. Nothing has changed. Choose somebody of staff.
staffdesk-empty = I see no text yet. Nothing was kept. Type what you want to say.
staffdesk-line-needed = The asker needs to know why this is done. Nothing has changed. Add a sentence.
staffdesk-kept-apart = Question { $number } is about somebody in need. That question stays apart. Nothing has changed. Give this asker an answer of their own.
staffdesk-no-other = I find no other question with number { $number }. Nothing has changed. The number is at the top of the card.
staffdesk-merged = Question { $number } belongs to question { $other }. Nothing was sent. Answer at question { $other }. Then all askers get it.
staffdesk-not-merged = Question { $number } belongs to no other question, or the answer was sent already. Nothing has changed.
staffdesk-draft-not-found = I cannot find this draft. Nothing was sent. Press Answer on the card.
staffdesk-draft-gone = { $state ->
    [sent] This answer was sent already.
    [dropped] This draft is gone.
   *[other] This draft has changed since you saw it.
  } Your press changed nothing.
staffdesk-own-draft = You wrote this draft yourself. Nothing was sent. Let a colleague look.
staffdesk-draft-of-other = This draft is of a colleague. Nothing has changed. Write an answer yourself, or ask your colleague.
staffdesk-nothing-asked-back = There is no question for you now. Nothing was sent. Type /vraag mijn to see your questions.
staffdesk-unknown-placeholder = What should I fill in at { $said }? I do not know that. Nothing was kept. You can choose from: { $known }.
staffdesk-name-taken = There is an answer with the name { $name } already. Nothing was kept. Choose another name.
staffdesk-too-many-replies = You have { $most } answers already. No more fit in the list. Nothing was kept. Delete an old answer first.
staffdesk-reply-not-found = This answer is not there any more. Nothing has changed. Type /antwoorden to see what there is.
staffdesk-card = **Question { $number }** from { $asker }, { $age }. Theme: { $themes }.
staffdesk-card-state = { $state ->
    [suggested] The asker is reading an answer of the bot.
    [open] Waits for somebody of staff.
    [claimed] Somebody of staff is on it.
    [waiting] Waits for the asker, until { $until }.
    [snoozed] Put away until { $until }.
    [answered] Answered.
    [merged] Belongs to question { $other }. The asker gets the same answer.
   *[other] Done: { $reason }.
  } Staff: { $by }.
staffdesk-card-due = Answer promised before { $due }.
staffdesk-card-review = A draft waits for a colleague.
staffdesk-card-context = About the asker: { $values }.
staffdesk-card-followers = { $count ->
    [one] One more person has this question too.
   *[other] { $count } more people have this question too.
  }
staffdesk-card-merged = The same question: { $numbers }. Those askers get this answer too.
staffdesk-card-linked = See also question: { $numbers }.
staffdesk-card-notes = { $count ->
    [one] There is one note of staff. Choose See everything.
   *[other] There are { $count } notes of staff. Choose See everything.
  }
staffdesk-card-talk = { $asker ->
    [yes] The asker:
   *[no] Asked:
  }
staffdesk-reason = { $reason ->
    [solved] the asker was helped
    [elsewhere] somebody else helps
    [duplicate] the same question as another one
    [withdrawn] the asker took the question back
    [silent] the asker did not reply
    [other] another reason
   *[closed] there is an answer
  }
staffdesk-more = More…
staffdesk-do-help = Help me write
staffdesk-do-ask-back = Ask the asker something
staffdesk-do-hand-over = Give to a colleague
staffdesk-do-note = Write a note
staffdesk-do-snooze = Put away until a day
staffdesk-do-merge = The same question as…
staffdesk-do-part = Take apart again
staffdesk-do-link = Belongs with another question
staffdesk-do-split = Make two questions of it
staffdesk-do-close = Close the question
staffdesk-do-reopen = Reopen the question
staffdesk-do-theme = Choose another theme
staffdesk-do-details = See everything
staffdesk-also-writing = Mind: { $name } is writing an answer too. { $minutes ->
    [0] That began just now.
    [one] That began a minute ago.
   *[other] That began { $minutes } minutes ago.
  }
staffdesk-answered-since = **{ $name } gave this answer already:** { $text }
staffdesk-preview = { $clash ->
    [yes] **Your answer was not sent yet.** Do you want to send it anyway? This is how the asker of question { $number } sees it:
   *[no] **This is how the asker of question { $number } sees it.** Nothing was sent yet.
  }
staffdesk-plain = -# { $rule ->
    [sentence-longest] Long sentence, { $count } words: { $where }
    [sentence-mean] The sentences have { $count } words on average. Shorter reads better.
    [long-words] Long words: { $where }
    [jargon] Hard word, with a plain one: { $where }
    [abbreviation] Abbreviation: { $where }
    [passive] Sentence with "wordt" or "worden": { $where }
   *[fine] This is easy to read.
  }
staffdesk-send-button = { $clash ->
    [yes] Send anyway
   *[no] Send
  }
staffdesk-change-button = Change
staffdesk-drop-button = Do not send
staffdesk-review-button = Let a colleague look
staffdesk-typed-clash = Your answer was not sent yet. It is kept. Do you want to send it anyway?
staffdesk-nobody = The asker of question { $number } is not there any more. Nothing was sent.
staffdesk-dropped = Your answer was not sent and is thrown away.
staffdesk-review-asked = Your draft for question { $number } is in the channel of staff. Does a colleague agree? Then it goes to the asker.
staffdesk-draft = { $state ->
    [review] **Draft for question { $number }, by { $name }.** Can a colleague have a look?
    [sent] The draft of { $name } for question { $number } was approved and sent.
    [returned] The draft of { $name } for question { $number } came back from a colleague: { $remark }
    [dropped] The draft of { $name } for question { $number } was thrown away.
   *[other] { $name } is still writing the draft for question { $number }.
  }
staffdesk-draft-more = The draft is longer. Press Read all.
staffdesk-approve-button = Agree and send
staffdesk-return-button = Give back
staffdesk-return-title = What can be better?
staffdesk-return-label = Your colleague reads this
staffdesk-returned = The draft is back with { $name }, with your words.
staffdesk-approved = Thank you. The answer to question { $number } is on its way to the asker.
staffdesk-help = { $count ->
    [0] I find no article for question { $number }. Choose an answer that you use more often, or write one.
   *[other] This is what the knowledge base says about question { $number }. Choose a start for your answer below. You can still change everything.
  }
staffdesk-start-from = { $what ->
    [passage] Start from an article
   *[canned] Start from a ready answer
  }
staffdesk-hand-over = Who takes question { $number }? Choose a colleague, or give it back to everybody.
staffdesk-hand-over-pick = Choose a colleague
staffdesk-release-button = Back to everybody
staffdesk-nobody-picked = This is no person of this group. Nothing has changed. Choose a colleague.
staffdesk-handed-over = { $name } has question { $number } now. Your colleague gets a message about it.
staffdesk-yours = **Question { $number } is yours now.** A colleague gave it to you. Theme: { $themes }.
staffdesk-open-button = Open the question
staffdesk-released = Everybody can take question { $number } again.
staffdesk-note-title = Note with question { $number }
staffdesk-note-label = Only staff read this
staffdesk-noted = Your note with question { $number } is kept. The asker does not see it.
staffdesk-snooze-title = Put question { $number } away
staffdesk-snooze-label = Until when?
staffdesk-snooze-hint = For example: friday, or 1 december
staffdesk-snoozed = Question { $number } comes back on { $until }.
staffdesk-close-title = Close question { $number }
staffdesk-close-reason = Why is the question done?
staffdesk-close-line = What does the asker read?
staffdesk-close-hint = For example who can help
staffdesk-closed = Question { $number } is closed. The asker can reopen it.
staffdesk-reopened = Question { $number } is open again.
staffdesk-other-title = { $what ->
    [merge] Question { $number } is the same as…
   *[link] Question { $number } belongs with…
  }
staffdesk-other-label = Number of the other question
staffdesk-linked = Question { $number } and question { $other } belong together now. Both cards say so.
staffdesk-you-merged = { $sent ->
    [yes] Question { $number } belongs to question { $other } now. The asker gets the answer at once.
   *[no] Question { $number } belongs to question { $other } now. Both askers will get the same answer.
  }
staffdesk-parted = Question { $number } stands alone again.
staffdesk-split-title = Second question of question { $number }
staffdesk-split-label = What is the second question?
staffdesk-split = You asked two things in one question. So they are two questions now: question { $number } and question { $second }. That way you get an answer to both. You do not have to do anything. With **/vraag mijn** you see them both.
staffdesk-you-split = The second question is now question { $second }. Question { $number } stays too. The asker gets a message about it.
staffdesk-ask-back-title = Ask about question { $number }
staffdesk-ask-back-label = What do you want to know?
staffdesk-asked-back = Your question to the asker of question { $number } is on its way. We wait until { $until }. Then the question closes by itself.
staffdesk-question-back = Somebody of staff wants to know something about your question { $number }:
  { $text }
  { $waits ->
    [yes] Press the button or type your answer below. You can do so until { $until }.
   *[no] Press the button to answer.
  }
staffdesk-still-waiting = We have no answer from you yet. Without an answer we close your question. You can always reopen it.
staffdesk-reply-button = Give answer
staffdesk-reply-title = Your answer for question { $number }
staffdesk-reply-label = What do you want to say?
staffdesk-replied = Thank you. Somebody of staff reads your answer and goes on with question { $number }.
staffdesk-ended = { $reason ->
    [silent] Your question { $number } is closed, because we heard nothing more. That is fine. Do you want to go on? Press the button.
    [elsewhere] We are done with your question { $number }. Somebody else can help you further:
    [solved] Your question { $number } is done. Do you want to know more? Press the button.
   *[other] Your question { $number } is closed. Do you not agree? Press the button.
  }
staffdesk-again-button = Reopen my question
staffdesk-news = There is news about question { $number }. The asker takes no private messages. Was it your question? Press the button. Only you see it.
staffdesk-pointer = { $what ->
    [answered-back] The asker of question { $number } replied.
    [passed-on] A colleague passed question { $number } on.
   *[woken] Question { $number } was put away and is back.
  } { $claimed ->
    [yes] { $by } has this question.
   *[no] Who takes it?
  }
staffdesk-list-line = Question { $number }, { DURATION($age_s) } old: { $text } { $state ->
    [waiting] Waits for the asker.
    [snoozed] Put away.
    [claimed] Staff: { $by }.
   *[other] Nobody has it yet.
  }
staffdesk-list-pick = Choose a question
staffdesk-list-label = Question { $number }
staffdesk-details = **Everything about question { $number }**, from { $asker }. For staff only.
staffdesk-details-answer = **Answer of { $name }:**
staffdesk-the-asker = The asker
staffdesk-the-bot = The bot
staffdesk-happened = { $at }: { $what }. By: { $by }.
staffdesk-step = { $step ->
    [asked] question asked
    [asked-again] asked once more
    [gone-private] goes on in private
    [handed-over] asked for a person
    [called] colleague called
    [claimed] taken on
    [passed-on] given to a colleague
    [let-go] given back to everybody
    [note] note
    [writing] began an answer
    [asked-back] asked the asker something
    [answered-back] reply of the asker
    [warned] asker warned that we do not wait longer
    [snoozed] put away
    [woken] came back
    [consulted] advice asked
    [advised] advice came
    [review-asked] colleague asked to look
    [reviewed] looked at the draft
    [answered] answer sent
    [accepted] answer was right
    [thrown-away] answer of the bot thrown away
    [themed] theme chosen
    [edited] text changed
    [merged] merged with question { $other }
    [linked] belongs with question { $other }
    [split] split, together with question { $other }
    [raised] brought to attention
    [asked-if-done] asked whether it is done
    [closed] closed
    [reopened] reopened
    [withdrawn] taken back
    [published] made into an article
   *[other] changed
  }
staffdesk-canned = { $count ->
    [0] There are no ready answers yet. Make one. The bot fills in for you: { $places }
   *[other] These are your ready answers: { $count }. Choose one to read or change it. The bot fills in for you: { $places }
  }
staffdesk-canned-pick = Choose an answer
staffdesk-canned-new-button = New answer
staffdesk-canned-delete-button = Delete
staffdesk-canned-one = { $what ->
    [saved] **{ $name }** is kept. Choose it at a question with Help me write.
    [deleted] **{ $name }** is gone. Do you need it after all? This was the text:
   *[shown] **{ $name }**
  }
staffdesk-canned-title = { $isnew ->
    [yes] New answer
   *[no] Change the answer
  }
staffdesk-canned-name = Name, to find it again
staffdesk-canned-text = Text
staffdesk-canned-hint = The bot fills in: { $places }
outbox-kind-staff-pointer = a line under the card of a question
outbox-kind-staff-passed-on = the message that a colleague has a question now
outbox-kind-staff-draft = a draft for a colleague
outbox-kind-question-ask-back = a question to the asker
outbox-kind-question-ask-back-warning = a reminder to the asker
outbox-kind-question-split = the message that one question became two
outbox-kind-question-ended = the message that a question is closed
outbox-kind-question-news = the message that there is news about a question

# Keeping the knowledge base
word-artikel = article
word-versies = versions
word-versie = version
word-terug = restore
word-zoekwoord = search-word
word-woorden = words
word-waarom = why
command-artikel = Write and keep the articles of the knowledge base
command-artikel-nieuw = Write a new article
command-artikel-wijzig = Change or translate an article
command-artikel-lijst = Show own articles and drafts
command-artikel-trek-in = Take an article away from everybody
command-artikel-versies = Show how an article was before
command-artikel-terug = Put an earlier version back
command-artikel-zoekwoord = Let an article be found by other words too
option-article = Short name or part of the title
option-article-language = In which language
option-article-why = Why it must go, for colleagues
option-article-version = The number of the version, from /article versions
option-article-words = The words that residents use
knowledge-not-found = That article is not there. See in /article list what it is called.
knowledge-empty = There is no text yet. Fill in a title and a text.
knowledge-no-source = This cannot be without a source. Fill in where you have it from.
knowledge-source-not-safe = This address of the source does not work. It must begin with https://. Is the source on paper? Then leave the address empty.
knowledge-needs-colleague = You wrote this yourself. A colleague reads it and puts it in the knowledge base.
knowledge-no-consent = The asker did not say yes to this text. So it cannot go in the knowledge base.
knowledge-no-article-of-this = This question cannot become an article. No person answered it yet, or somebody was in need.
knowledge-draft-over = This draft is done or thrown away. Nothing was changed.
knowledge-changed-meanwhile = A colleague put another version in the knowledge base in the meantime. Begin again with /article change.
knowledge-personal-number = There is still { $what ->
        [bsn] a citizen service number
        [iban] a bank account number
        [email] a mail address
       *[phone] a phone number
    } in the text. Take it out and try again.
knowledge-asker-gone = The asker is gone, or wants no messages now. So you cannot get a yes. Write an article yourself with /article new, without this question in it.
knowledge-no-words = Type one word at least.
knowledge-too-long = That is too long. There is room for { $most } characters.
knowledge-no-theme = First choose a theme, in the menu below the draft.
knowledge-many-alike = This fits more than one article: { $titles }. Type a little more of the title.
knowledge-form-title = { $number ->
        [0] New article ({ $language })
       *[other] Draft { $number } ({ $language })
    }
knowledge-details-title = More about draft { $number }
knowledge-words-title = More search words
knowledge-doubt-title = Is this still right?
knowledge-field-title = Title
knowledge-field-body = Text
knowledge-field-step = Small step
knowledge-field-source-name = Source
knowledge-field-source-url = Address of the source
knowledge-field-who = Who can help
knowledge-field-country = Country
knowledge-field-questions = Questions of residents
knowledge-field-keywords = Search words
knowledge-field-why = Why this version
knowledge-field-article = Article
knowledge-field-words = Words
knowledge-field-doubt = What is not right any more?
knowledge-hint-title = As a resident would say it.
knowledge-hint-body = Short sentences. No names of people.
knowledge-hint-step = One thing that the reader can do tomorrow.
knowledge-hint-source-name = The website, the law or the book.
knowledge-hint-source-url = Begins with https://. Empty when the source is on paper.
knowledge-hint-who = A desk or a group, no names of people.
knowledge-hint-country = Only when the example is not from the Netherlands.
knowledge-hint-questions = One question on a line.
knowledge-hint-keywords = With a comma between them.
knowledge-hint-why = Colleagues read this with the versions.
knowledge-hint-article = Short name or part of the title.
knowledge-hint-words = Each line counts on its own.
knowledge-hint-doubt = You may leave this empty. Do not put a name in it.
knowledge-draft = **Draft { $number }: { $title }** ({ $slug }). Above you see it as readers see it.
knowledge-draft-themes = Themes: { $themes }.
knowledge-draft-lacks = This is still missing: { $what }.
knowledge-lacks-theme = a theme
knowledge-lacks-source = a source
knowledge-lacks-step = a small step
knowledge-draft-measures = This can be plainer: { $what }.
knowledge-measure-sentence-mean = shorter sentences
knowledge-measure-sentence-longest = a long sentence
knowledge-measure-reading-ease = easier words
knowledge-measure-long-words = long words
knowledge-measure-passive = passive sentences
knowledge-measure-jargon = hard words
knowledge-measure-abbreviation = abbreviations
knowledge-measure-commas = many commas
knowledge-measure-brackets = many brackets
knowledge-measure-semicolons = semicolons
knowledge-draft-removed = Taken out: { $what }. Read it yourself: can anybody still be recognised?
knowledge-removed-name = { $number ->
        [one] a name
       *[other] a name, { $number } times
    }
knowledge-removed-address = { $number ->
        [one] an address
       *[other] { $number } addresses
    }
knowledge-removed-bsn = a citizen service number
knowledge-removed-iban = a bank account number
knowledge-removed-email = a mail address
knowledge-removed-phone = a phone number
knowledge-next-draft = { $origin ->
        [question] Done? Then ask the asker. After a yes a colleague reads it.
       *[other] Done? Then ask a colleague to read it.
    }
knowledge-next-asked = The asker got this to read. After a yes a colleague can put it in the knowledge base. Do you change it? Then the asking begins again.
knowledge-next-ready = A colleague can put this in the knowledge base now. The writer cannot.
knowledge-next-used = This is in the knowledge base.
knowledge-next-dropped = This draft was thrown away.
knowledge-next-published = This is in the knowledge base.
knowledge-next-withdrawn = This was taken away.
knowledge-pick-themes = Themes, part { $part }
knowledge-change-button = Change text
knowledge-details-button = Fill in more
knowledge-ask-button = Ask a colleague
knowledge-asker-button = Ask the asker
knowledge-drop-button = Throw away
knowledge-read-button = Read all
knowledge-open-button = Open { $number }
knowledge-publish-button = Publish
knowledge-publish-tell-button = Publish, tell readers
knowledge-from-question-button = Make an article
knowledge-dropped = Draft { $number } is gone.
knowledge-published = **{ $title }** is in the knowledge base now ({ $slug }). On { $review_on } we see whether it is still right. { $told ->
        [yes] Who got an older answer hears of it.
       *[no] Something wrong? Type /article take-back.
    }
knowledge-card = { $state ->
        [ready] **Draft { $number } waits for a colleague: { $title }.** { $writer } wrote it. { $new ->
            [yes] It is new.
           *[no] It takes the place of what is there now.
        } { $consent ->
            [yes] The asker said yes.
           *[no] Read it and publish it.
        }
        [used] Draft { $number } is in the knowledge base now.
       *[other] Draft { $number } was thrown away.
    }
knowledge-card-source = Source: { $name }
knowledge-card-why = Why: { $why }
knowledge-consent = Your question was answered. The answer may help other residents too. May we put this in the knowledge base? Your name is not in it.
knowledge-consent-what = Press yes or no. If you do nothing, nothing happens. Did you say yes? Then you may still say no later with the same button.
knowledge-consent-yes-button = Yes, you may
knowledge-consent-no-button = No, rather not
knowledge-consent-kept = { $yes ->
        [yes] Thank you! A member of staff looks at it first. You hear when it is in the knowledge base.
       *[no] Fine. We do not use your question. Was it in the knowledge base already? Then it is gone now.
    }
knowledge-your-article = Your question now helps others too. The knowledge base has: **{ $title }**. Your name is not in it.
knowledge-doubt-button = Still right?
knowledge-doubt-kept = Thank you. A member of staff will look. You need not do anything.
knowledge-doubt = { $number ->
        [0] **{ $title }** ({ $slug }): somebody looked at this.
        [one] **Is this still right?** A reader doubts **{ $title }** ({ $slug }).
       *[other] **Is this still right?** { $number } readers doubt **{ $title }** ({ $slug }).
    }
knowledge-doubts-seen = { $number ->
        [0] Somebody looked at this already.
       *[other] Fine, this was seen. A new doubt comes here by itself.
    }
knowledge-still-button = Still right
knowledge-seen-button = Seen
knowledge-confirmed = **{ $title }** is still right. We look again on { $review_on }.
knowledge-changed = { $withdrawn ->
        [yes] You got this answer before: **{ $title }**. We took it away, because it is not right any more. Do not rely on it.
       *[no] You got this answer before: **{ $title }**. We put something important right in it. Ask your question again to read the new answer.
    } Do you want to talk to somebody? Press the button.
knowledge-person-button = Ask a person
knowledge-spare-button = Tell me no more
knowledge-spared = Fine. You will not hear any more that an answer was changed.
knowledge-country = This example is from another country: { $country }. In the Netherlands it may go differently.
knowledge-week = **The knowledge base this week.** See whether these articles are still right.
knowledge-week-line = { $number }. { $title } ({ $language }), before { $review_on }
knowledge-week-more = And { $number } more. Those come next week.
knowledge-week-dead = These sources gave no answer three times, for a week. Look for another source.
knowledge-right-button = { $number } still right
knowledge-review-button = { $number } change
knowledge-gaps = **What residents asked and did not find**, since { $since }. Without names. Groups of fewer than three people are in the total only.
knowledge-gap = { $number }. { $theme }: { $count } questions. Words: { $words }.
knowledge-gaps-rest = { $number ->
        [one] One more question found no answer.
       *[other] { $number } more questions found no answer.
    }
knowledge-trends = What questions were about:
knowledge-trend = - { $theme }: { $count } questions. { $known ->
        [yes] Four weeks before there were { $before }.
       *[no] Four weeks before there were fewer than three.
    }
knowledge-gap-write-button = { $number } Write article
knowledge-gap-words-button = { $number } Add search word
knowledge-words-added = These words now find **{ $title }** too.
knowledge-list = There are { $number } articles in the knowledge base. Below is what you wrote or changed yourselves.
knowledge-list-line = - { $title } ({ $slug }), look again before { $review_on }
knowledge-list-draft = - Draft { $number }: { $title } ({ $state ->
        [asked] waits for the asker
        [ready] waits for a colleague
       *[other] not done yet
    })
knowledge-list-untranslated = These { $number } are there in one language: { $slugs }. You can translate with /article change.
knowledge-withdrawn = **{ $title }** is gone. Nobody finds it any more. Who got it in the last 90 days hears of it. Back after all? Type /article versions.
knowledge-versions-next = Back to a version? Type /article restore and the number in front.
knowledge-versions-none = Nothing was changed here yet.
knowledge-version-line = **{ $id }** { $state ->
        [withdrawn] taken away
       *[other] version { $number }
    } ({ $language }), { $at }: { $title }. By: { $by }. Why: { $why }.{ $now ->
        [yes] {" "}This is there now.
       *[no] {""}
    }
knowledge-restored = **{ $title }** is back as it was then. Everybody can find it again.
outbox-kind-staff-article = a draft for the knowledge base
outbox-kind-question-consent = the question whether an answer may go in the knowledge base
outbox-kind-question-published = the message that an article is there
outbox-kind-article-changed = the message that an answer changed
outbox-kind-staff-article-doubt = a doubt about an article
outbox-kind-staff-articles-week = the list of articles to look at again
outbox-kind-staff-article-gaps = the list of questions without an answer
papers-outcome-new = new
papers-outcome-changed = becomes different
papers-outcome-same = was there already, nothing changes
papers-outcome-wrong = is not right
papers-unreadable = this file cannot be read, or is too large
papers-no-head = the file must begin with a head between two lines of +++
papers-not-toml = this line of the head is not right
papers-missing = this is missing: { $what }
papers-wrong-kind = this is of another kind: { $what }
papers-unknown-field = we do not know this field: { $what }
papers-unknown-theme = we do not know this theme: { $what }
papers-unknown-language = we do not know this language: { $what }
papers-bad-id = the short name may only have small letters, figures and dashes: { $what }
papers-not-safe = this address must begin with https://: { $what }
papers-personal = there is a citizen service number here
papers-empty = there is no text under the head
papers-twice = this article is also in { $what }
papers-nothing = there are no Markdown files in this folder
papers-plan = This would happen: { $new } new, { $changed } different, { $same } the same.
papers-done = Done: { $new } new, { $changed } different, { $same } the same.
papers-written = { $number ->
        [one] One article is
       *[other] { $number } articles are
    } now in { $folder }.
papers-refused = Nothing was taken in. Mend { $wrong ->
        [one] the file above
       *[other] the { $wrong } files above
    } and try again.

## Activities

outbox-kind-activity = an activity
outbox-kind-staff-activity = an activity to look at
outbox-kind-activity-told = the message what happens with an activity
word-activiteit = activity
command-activiteit = Activities that everybody may come to.
command-activiteit-nieuw = Announce an activity.
command-activiteit-lijst = See what there is to do.
activities-everybody = Everybody may come, also when you are no member of LSA.
activities-gone = **This does not go on.**
activities-when = When: { $at }
activities-when-until = When: { $at }, until { $until }
activities-where = Where: { $place }
activities-from = From: { $group }
activities-more = Read more: { $link }
activities-file = activity.ics
activities-file-alt = The activity for your calendar
activities-coming = **This is coming:**
activities-line = - **{ $title }**: { $at }, { $place }
activities-none = There is no activity here now. Look at the agenda of LSA too.
activities-form-title = Announce an activity
activities-form-name = What is it called?
activities-form-name-hint = For example: coffee on the square.
activities-form-when = When is it?
activities-form-when-hint = For example: friday 20:00 until 22:00.
activities-form-place = Where is it?
activities-form-place-hint = Name the place and the address.
activities-form-about = What is it, and for whom?
activities-form-about-hint = A few sentences. That everybody may come is always added.
activities-form-link = Where can people read more?
activities-form-link-hint = An address that begins with https://. May stay empty.
activities-ready = This is how everybody sees it. Do you put it in the channel?
activities-with-staff = This is how everybody will see it. A staff member looks at it first. I tell you what happens.
activities-card = { $state ->
        [posted] This activity stands in the channel.
        [refused] This activity does not go in the channel.
        [cancelled] This activity does not go on. The channel says so now, too.
       *[proposed] This activity waits. Does a staff member put it in the channel?
    }
activities-post-button = Put it in the channel
activities-refuse-button = Leave it out
activities-cancel-button = Does not go on
activities-decided = { $state ->
        [posted] **{ $title }** goes in the channel.
        [cancelled] **{ $title }** now says that it does not go on.
       *[refused] **{ $title }** does not go in the channel.
    }
activities-told = { $state ->
        [posted] **{ $title }** stands in the channel. Everybody can read it.
        [cancelled] **{ $title }** now says that it does not go on. Is that wrong? Ask a staff member.
       *[refused] **{ $title }** does not go in the channel. Do you want to know why? Ask a staff member.
    }
activities-not-found = I do not find this activity here. See with /activiteit lijst what there is.
activities-unfinished = Something is missing. Fill in what it is called, where it is and what it is.
activities-link = I cannot use this address. Take one that begins with https://, or leave it empty.
activities-over = { $state ->
        [past] This activity has been.
        [posted] This activity stands in the channel already.
        [refused] A staff member decided already that this activity does not go in the channel.
        [cancelled] This activity does not go on any more already.
       *[proposed] This activity does not stand in the channel yet.
    }
activities-nowhere = There is no channel for news or questions yet, or none for staff. An admin can choose one with /instellingen kanaal.
