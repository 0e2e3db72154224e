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

match-reason-offers-what-you-need = Offers what you need: { $what }.
match-reason-offers-something-like-it = Offers something like it: { $what }.
match-reason-needs-what-you-offer = Needs what you offer: { $what }.
match-reason-shared-theme = Same theme: { $names }.
match-reason-related-theme = Does something like it: { $names }.
match-reason-same-words = Tells about it: "{ $what }"
match-reason-same-context =
    { $kind ->
        [dorp] Also in a village.
        [stadswijk] Also in a city district.
        [stad] Also for a whole city.
        [regio] Also for a whole region.
        [landelijk] Also for the whole country.
       *[other] Also outside the Netherlands.
    }
match-reason-same-size = About the same size: { $number } people.
match-reason-same-place = Is in { $what }.
match-reason-distance = Is { $number } kilometres away, in { $what }.
match-reason-a-phase-ahead = Is further on. Their phase: { $names }.
match-reason-same-phase = Is just as far. Their phase: { $names }.
match-reason-same-motive = Same motive: { $names }.
match-reason-same-method = Same way of working: { $names }.

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
helpdesk-source = Source: [{ $name }](<{ $url }>), checked on { $checked_on }.
helpdesk-was-this-it = Was this the answer?
helpdesk-suggest = I am not sure. Do you mean one of these? Press a button to read. Is it not there? Ask a person.
helpdesk-offtopic = I know nothing about that. I help with questions about residents' groups, such as a community centre, a garden or a grant. Do you still want to talk to someone? Press the button.
helpdesk-unsure = I am not sure. So a staff member looks at it. Your question is kept under number { $number }. The answer comes by itself.
helpdesk-person-follows = A staff member looks at your message too. It is kept under number { $number }.
helpdesk-private = I sent you a private message.
helpdesk-answer = { $name } answers your question: { $question }
    { $answer }
helpdesk-no-name = A member of staff
helpdesk-yes-button = Yes, this helps
helpdesk-no-button = No, ask a person
helpdesk-whole-button = Read it all
helpdesk-person-button = Talk to a person
helpdesk-more-button = Ask on
helpdesk-form-title = Ask a question
helpdesk-form-question = What do you want to know?
helpdesk-form-hint = Just type what you want to know. Mistakes do not matter.
helpdesk-form-name = May staff see your name?
helpdesk-form-anonymous = No, ask without my name
helpdesk-mine-line = Question { $number }, { $asked_at }: { $text }
    { $state }
helpdesk-mine-none = You have not asked a question yet. Press Ask a question or type /ask question.
helpdesk-state-suggested = You got an answer from the knowledge base.
helpdesk-state-open = Waits for a staff member.
helpdesk-state-claimed = A staff member works on it.
helpdesk-state-answered = Answered.
helpdesk-state-closed = Done.
helpdesk-card = **Question { $number }** from { $asker }, { $asked_at }. Theme: { $themes }.
helpdesk-card-state = { $state } Staff member: { $by }.
helpdesk-card-referral = Note: the bot gave a referral ({ $rule }).
helpdesk-anonymous = someone without a name
helpdesk-no-theme = none yet
helpdesk-claim-button = Take question
helpdesk-answer-button = Give answer
helpdesk-answer-title = Answer to question { $number }
helpdesk-answer-label = Your answer
helpdesk-you-claimed = Question { $number } is yours now. Press Give answer, or reply to the message.
helpdesk-you-answered = Your answer to question { $number } is on its way to the asker.
helpdesk-waiting-line = Question { $number }, { $asked_at }: { $text } Staff member: { $by }.
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
option-question = Your question, in plain words
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
matching-form-place-hint = As precise as you like, for example Lombok or Elsloo.
matching-form-description = What do you do?
matching-form-description-hint = One or two sentences. No phone number here: everybody can read this.
matching-form-offers = What can you offer others?
matching-form-offers-hint = Each thing on a new line. For example: a room on Tuesdays.
matching-form-needs = What are you looking for?
matching-form-needs-hint = Each thing on a new line. May stay empty.
matching-made = Your group is here and you are its contact person. Are the theme and the rest right? If not, choose below. With /find you find groups that fit yours.
matching-changed = Saved. This is how your group looks now:
matching-left = Done. You are no longer a contact person of { $name }. Requests to meet that you had open were taken back.
matching-paused =
    { $hidden ->
        [yes] { $name } cannot be found now. With /collective show you turn the group on again.
       *[no] { $name } can be found again.
    }
matching-edit-button = Change
matching-hide-button = Hide for a while
matching-unhide-button = Show again
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
matching-you-agreed = Great! You both get a private message with each other's contact. Here it is as well.
matching-answer-button = See the answer
matching-answer =
    { $state ->
        [asked] There is no answer from { $other } yet. I let you know by { $until } at the latest. Are your private messages closed? Then look later with this button, or type /introductions.
       *[ended] Getting to know { $other } did not work out now. Feel free to look for another group with /find.
    }
matching-unreached = { $name } gets no private messages from me. Will you send the first message? { $name } can see your contact too, with /introductions.
matching-staff-unseen = A group wants to get to know { $name }. The request did not arrive: the contact persons of that group get no private messages. Do you see somebody of that group? Ask them to type /introductions. The request stands there with its buttons.
matching-you-refused = Fine. The other side does not hear that you said no.
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
outbox-kind-introduction-agreed = the contact after two times yes
outbox-kind-introduction-ended = the note that an introduction is over
outbox-kind-introduction-unreached = the message that somebody gets no private messages
outbox-kind-introduction-unseen = the message about a request that did not arrive
outbox-kind-introduction-no-contact = the note about a group without a contact person
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
    This stays: the result of polls that are over, without your name. And what you wrote for the whole group: a poll, article or policy message, or as staff an answer to somebody else. Your name goes there too, but not in an answer older than 30 days.
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
privacy-silent-collective = The profile of { $name } did not change for long. In { $days } days we stop showing the group. Is everything still right? Press the button.
privacy-alive-button = Everything is right
privacy-alive = Thank you. People can still find { $name }.
privacy-silent-collectives = { $count ->
        [one] One group has been silent for long and has no contact:
       *[other] { $count } groups have been silent for long and have no contact:
    } { $names }. In at most { $days } days nobody sees them any more. Is a group still there? Then change something in its profile.
outbox-kind-privacy-silent-collective = a note about a silent group
outbox-kind-privacy-silent-collectives = a list of silent groups
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
privacy-keep-deliveries = Until 30 days after sending. The contents 24 hours.
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
privacy-seen-contacts = Staff. Another group only after you both said yes.
privacy-table-introductions = Meeting other groups
privacy-keep-introductions = Until 6 months after the end. After a no: 30 days.
privacy-seen-introductions = Your group. The other group sees your request.
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
