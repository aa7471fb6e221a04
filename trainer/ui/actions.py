"""Every action of the program, in one table: menus, buttons, tooltips and the F1 list read it.

`keys` are written as Qt writes them. The suite's keys are never shortcuts of the window: they reach
the screen only when the widget with the focus does not want them, so that they cannot fire while one
types (WCAG 2.1.4).
"""

# ruff: noqa: E501 - one action a line: the table is read as a table

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Where(StrEnum):
    """The screen that an action belongs to."""

    EVERYWHERE = "everywhere"
    HOME = "home"
    SUITE = "suite"
    PROGRESS = "progress"
    SCORE = "debrief"
    STUDIO = "studio"
    MARKING = "marking"
    COHORT = "cohort"


class Kind(StrEnum):
    """How a key acts: once, as long as it is down, or again while it is down."""

    PRESS = "press"
    HOLD = "hold"
    REPEAT = "repeat"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that one can do."""

    id: str
    text: str
    keys: tuple[str, ...]
    where: Where
    tip: str
    kind: Kind = Kind.PRESS
    group: str = ""
    icon: str = ""


def _suite(
    name: str,
    text: str,
    keys: str,
    tip: str,
    kind: Kind = Kind.PRESS,
    *,
    group: str,
    icon: str = "",
) -> Action:
    return Action(name, text, tuple(keys.split()), Where.SUITE, tip, kind, group, icon)


_BEAM, _CARM, _MACHINE, _NEEDLE, _SYRINGE, _GENERATOR, _SKIN, _PICTURE, _CASE = (
    "Beam", "C-arm and table", "Machine", "Needle", "Syringe", "Generator", "Skin", "Pictures", "Case",
)  # fmt: skip
_HOLD, _REPEAT = Kind.HOLD, Kind.REPEAT

ACTIONS: tuple[Action, ...] = (
    Action("help", "Help", ("F1",), Where.EVERYWHERE, "What this screen is for, and a search through all pages", group="Window"),
    Action("keys", "Keys", ("Shift+F1",), Where.EVERYWHERE, "All keys on one page", group="Window"),
    Action("settings", "Settings", ("Ctrl+P",), Where.EVERYWHERE, "Language, looks, keys, folders", group="Window"),
    Action("about", "About", ("Ctrl+F1",), Where.EVERYWHERE, "Version, intended use, evidence, licences, support", group="Window"),
    Action("full_screen", "Full screen", ("F11",), Where.EVERYWHERE, "Use the whole screen, or not", group="Window"),
    Action("quit", "Quit", ("Ctrl+Q",), Where.EVERYWHERE, "Close the program; a recorded attempt can be continued", group="Window"),
    Action("home", "Home", ("Ctrl+H",), Where.EVERYWHERE, "Leave for Home; an unfinished attempt can be continued", group="Window", icon="home"),
    Action("start", "Start", ("Return",), Where.HOME, "Open the chosen scenario", group="Home"),
    Action("look_inside", "Look inside", ("Ctrl+I",), Where.HOME, "Bones, nerves and danger structures of the chosen scenario's patient, in 3D and in slices", group="Home"),
    Action("start_next", "Start", ("Ctrl+Return",), Where.HOME, "Start what is recommended", group="Home"),
    Action("start_drill", "Start drill", ("Return",), Where.HOME, "Open the chosen drill", group="Home"),
    Action("first_minute", "The first minute", ("Ctrl+1",), Where.HOME, "One minute in the room: look, square, aim, advance, prove", group="Home"),
    Action("progress", "Progress", ("Ctrl+G",), Where.HOME, "Your marks, dose and time over attempts, evidence so far, drills and re-tests", group="Home"),
    Action("studio", "Studio", ("Ctrl+U",), Where.HOME, "For instructors: make a case, fork one, go on with one", group="Home"),
    Action("fork", "Fork", ("Ctrl+K",), Where.HOME, "For instructors: a copy of the chosen scenario, open in the studio", group="Home"),
    Action("exam", "Exams", ("Ctrl+Shift+X",), Where.HOME, "For examiners and candidates: define, open and sit an exam", group="Home"),
    Action("marking", "Marking", ("Ctrl+Shift+M",), Where.HOME, "For raters: mark sealed papers without knowing whose they are", group="Home"),
    Action("cohort", "Cohort", ("Ctrl+Shift+C",), Where.HOME, "For directors: everybody over time, the stations now, what marks are worth", group="Home"),
    Action("progress_table", "As a table", ("Ctrl+T",), Where.PROGRESS, "The chart as a table, or as a chart again", group="Progress"),
    Action("progress_export", "Export (CSV)", ("Ctrl+E",), Where.PROGRESS, "Write the attempts that are shown as a table for spreadsheets", group="Progress"),
    Action("resume", "Continue", ("Return",), Where.HOME, "Go on with the chosen unfinished attempt", group="Home"),
    _suite("beam", "Beam", "F", "Beam on while held", _HOLD, group=_BEAM, icon="beam"),
    _suite("spot", "Spot", "S", "One single picture", group=_BEAM, icon="spot"),
    _suite("latch", "Latch", "Shift+F", "Beam on without holding, for 10 s at most; again: off", group=_BEAM, icon="latch"),
    _suite("turn_right", "Receptor to screen right", "Right", "Turn the receptor 1° toward screen right", _REPEAT, group=_CARM),
    _suite("turn_left", "Receptor to screen left", "Left", "Turn the receptor 1° toward screen left", _REPEAT, group=_CARM),
    _suite("turn_head", "Receptor to the head", "Up", "Tilt the receptor 1° toward the head", _REPEAT, group=_CARM),
    _suite("turn_feet", "Receptor to the feet", "Down", "Tilt the receptor 1° toward the feet", _REPEAT, group=_CARM),
    _suite("turn_right_5", "Receptor 5° to screen right", "Shift+Right", "Turn the receptor 5° toward screen right", _REPEAT, group=_CARM),
    _suite("turn_left_5", "Receptor 5° to screen left", "Shift+Left", "Turn the receptor 5° toward screen left", _REPEAT, group=_CARM),
    _suite("turn_head_5", "Receptor 5° to the head", "Shift+Up", "Tilt the receptor 5° toward the head", _REPEAT, group=_CARM),
    _suite("turn_feet_5", "Receptor 5° to the feet", "Shift+Down", "Tilt the receptor 5° toward the feet", _REPEAT, group=_CARM),
    _suite("pan_right", "Look further right", "Ctrl+Right", "Move the table: the field goes 5 mm to screen right", _REPEAT, group=_CARM, icon="right"),
    _suite("pan_left", "Look further left", "Ctrl+Left", "Move the table: the field goes 5 mm to screen left", _REPEAT, group=_CARM, icon="left"),
    _suite("pan_head", "Look further to the head", "Ctrl+Up", "Move the table: the field goes 5 mm to the head", _REPEAT, group=_CARM, icon="up"),
    _suite("pan_feet", "Look further to the feet", "Ctrl+Down", "Move the table: the field goes 5 mm to the feet", _REPEAT, group=_CARM, icon="down"),
    _suite("pulse_1", "1", "Ctrl+1", "One pulse a second", group=_MACHINE),
    _suite("pulse_2", "2", "Ctrl+2", "Two pulses a second", group=_MACHINE),
    _suite("pulse_4", "4", "Ctrl+3", "Four pulses a second", group=_MACHINE),
    _suite("pulse_8", "8", "Ctrl+4", "Eight pulses a second", group=_MACHINE),
    _suite("pulse_15", "15", "Ctrl+5", "Fifteen pulses a second", group=_MACHINE),
    _suite("dose_low", "low", "F5", "Low dose: less kerma, more noise", group=_MACHINE),
    _suite("dose_normal", "normal", "F6", "Normal dose", group=_MACHINE),
    _suite("dose_boost", "boost", "F7", "Boosted dose: more kerma, less noise", group=_MACHINE),
    _suite("field_1", "Whole field", "Alt+1", "The whole receptor; the shutters open", group=_MACHINE),
    _suite("field_2", "Magnify", "Alt+2", "Magnify: same kerma, smaller area; the shutters open to it", group=_MACHINE),
    _suite("field_3", "Magnify more", "Alt+3", "Magnify more: same kerma, smaller area; the shutters open to it", group=_MACHINE),
    _suite("collimate", "Blades", "B", "Take the shutters in hand: drag their edges on the live monitor, no beam needed; again: put down", group=_MACHINE, icon="blades"),
    _suite("blades_open", "Open", "Shift+B", "Open the shutters to the whole field", group=_MACHINE),
    _suite("brightness_lock", "Lock", "Shift+A", "Hold automatic brightness (kV, mA) at the held picture's; again: let it follow", group=_MACHINE, icon="lock"),
    _suite("detector_left", "Detector left", "Ctrl+,", "Turn the detector so that the picture turns 5° to the left", _REPEAT, group=_MACHINE, icon="turn_left"),
    _suite("detector_straight", "Detector straight", "Ctrl+0", "Detector straight", group=_MACHINE, icon="straight"),
    _suite("detector_right", "Detector right", "Ctrl+.", "Turn the detector so that the picture turns 5° to the right", _REPEAT, group=_MACHINE, icon="turn_right"),
    _suite("receptor_near", "Receptor nearer", "Shift+Del", "Receptor 10 mm toward the patient", _REPEAT, group=_MACHINE, icon="receptor_near"),
    _suite("receptor_far", "Receptor away", "Shift+Ins", "Receptor 10 mm away from the patient", _REPEAT, group=_MACHINE, icon="receptor_far"),
    _suite("table_up", "Table up", "Shift+PgUp", "Table 5 mm up", _REPEAT, group=_MACHINE, icon="table_up"),
    _suite("table_down", "Table down", "Shift+PgDown", "Table 5 mm down", _REPEAT, group=_MACHINE, icon="table_down"),
    _suite("stand_next", "Stand elsewhere", "Shift+S", "Stand at the tube's side, the receptor's side or the foot end", group=_MACHINE, icon="stand"),
    _suite("stand_nearer", "Step nearer", "Shift+Home", "Stand 0.25 m nearer", _REPEAT, group=_MACHINE, icon="near"),
    _suite("stand_farther", "Step back", "Shift+End", "Stand 0.25 m farther away", _REPEAT, group=_MACHINE, icon="far"),
    _suite("reset_timer", "5 min: reset", "Shift+T", "Silence the five-minute signal; the beam's time goes on counting", group=_BEAM),
    _suite("page_carm", "C-arm", "F2", "Card: angles and table", group=_CARM),
    _suite("page_machine", "Machine", "F3", "Card: pulses, dose, field, shutters, detector, where one stands", group=_MACHINE),
    _suite("next_view", "Next stored view", "V", "Bring the next stored view into the machine", group=_CARM),
    _suite("pointer_right", "Pointer to screen right", "Alt+Right", "Move the pointer 1 mm", _REPEAT, group=_SKIN),
    _suite("pointer_left", "Pointer to screen left", "Alt+Left", "Move the pointer 1 mm", _REPEAT, group=_SKIN),
    _suite("pointer_head", "Pointer to the head", "Alt+Up", "Move the pointer 1 mm", _REPEAT, group=_SKIN),
    _suite("pointer_feet", "Pointer to the feet", "Alt+Down", "Move the pointer 1 mm", _REPEAT, group=_SKIN),
    _suite("pointer_right_10", "Pointer 10 mm right", "Alt+Shift+Right", "Move the pointer 10 mm", _REPEAT, group=_SKIN),
    _suite("pointer_left_10", "Pointer 10 mm left", "Alt+Shift+Left", "Move the pointer 10 mm", _REPEAT, group=_SKIN),
    _suite("pointer_head_10", "Pointer 10 mm to the head", "Alt+Shift+Up", "Move the pointer 10 mm", _REPEAT, group=_SKIN),
    _suite("pointer_feet_10", "Pointer 10 mm to the feet", "Alt+Shift+Down", "Move the pointer 10 mm", _REPEAT, group=_SKIN),
    _suite("mark", "Mark skin", "M", "Mark the skin under the pointer", group=_SKIN),
    _suite("take", "Take", "T", "Take the chosen needle and set its tip on the skin under the pointer", group=_NEEDLE, icon="needle"),
    _suite("remove", "Remove", "Ctrl+Delete", "Take the needle out and lay it aside", group=_NEEDLE),
    _suite("grip", "Grip the hub", "Space", "Hold the hub while held; without grip nothing moves the needle", _HOLD, group=_NEEDLE),
    _suite("grip_lock", "Hold grip", "G", "Keep the hub gripped without holding a key; again: let go", group=_NEEDLE, icon="grip"),
    _suite("tilt_up", "Hub up", "I", "Move the gripped hub 1° up in the held picture", _REPEAT, group=_NEEDLE),
    _suite("tilt_down", "Hub down", "K", "Move the gripped hub 1° down in the held picture", _REPEAT, group=_NEEDLE),
    _suite("tilt_left", "Hub left", "J", "Move the gripped hub 1° left in the held picture", _REPEAT, group=_NEEDLE),
    _suite("tilt_right", "Hub right", "L", "Move the gripped hub 1° right in the held picture", _REPEAT, group=_NEEDLE),
    _suite("tilt_up_fine", "Hub up, fine", "Shift+I", "Move the gripped hub 0.2° up", _REPEAT, group=_NEEDLE),
    _suite("tilt_down_fine", "Hub down, fine", "Shift+K", "Move the gripped hub 0.2° down", _REPEAT, group=_NEEDLE),
    _suite("tilt_left_fine", "Hub left, fine", "Shift+J", "Move the gripped hub 0.2° left", _REPEAT, group=_NEEDLE),
    _suite("tilt_right_fine", "Hub right, fine", "Shift+L", "Move the gripped hub 0.2° right", _REPEAT, group=_NEEDLE),
    _suite("advance", "Advance", "PgDown", "Push the gripped needle 1 mm (also wheel down)", _REPEAT, group=_NEEDLE, icon="down"),
    _suite("withdraw", "Withdraw", "PgUp", "Draw the gripped needle back 1 mm (also wheel up)", _REPEAT, group=_NEEDLE, icon="up"),
    _suite("advance_fine", "Advance, fine", "Ctrl+PgDown", "Push the gripped needle 0.2 mm (also Ctrl+wheel)", _REPEAT, group=_NEEDLE),
    _suite("withdraw_fine", "Withdraw, fine", "Ctrl+PgUp", "Draw the gripped needle back 0.2 mm (also Ctrl+wheel)", _REPEAT, group=_NEEDLE),
    _suite("hub_on", "Hub clockwise", "E", "Turn the gripped hub half an hour clockwise as seen from it: bevel or bent tip turn along", _REPEAT, group=_NEEDLE, icon="hub_on"),
    _suite("hub_back", "Hub counter-clockwise", "Q", "Turn the gripped hub half an hour counter-clockwise", _REPEAT, group=_NEEDLE, icon="hub_back"),
    _suite("hub_on_fine", "Hub clockwise, fine", "Shift+E", "Turn the gripped hub ten minutes clockwise", _REPEAT, group=_NEEDLE),
    _suite("hub_back_fine", "Hub counter-clockwise, fine", "Shift+Q", "Turn the gripped hub ten minutes counter-clockwise", _REPEAT, group=_NEEDLE),
    _suite("leave", "Leave", "Y", "Leave the needle standing where it is; the hand is free for another", group=_NEEDLE),
    _suite("take_up", "Take up", "Shift+Y", "Take the needle in hand again that has stood longest", group=_NEEDLE, icon="take_up"),
    _suite("stylet", "Stylet", "Z", "Draw the stylet, or put it in again", group=_NEEDLE),
    _suite("holder", "Forceps", "Shift+G", "Hold the hub with a forceps, out of the beam; again: with fingers", group=_NEEDLE, icon="forceps"),
    _suite("breath", "Hold the breath", "Shift+V", "Ask the patient to hold the breath (20 s at most); again: breathe on", group=_NEEDLE, icon="breath"),
    _suite("keep", "Keep", "R", "Store the held picture and show it on the reference monitor; eight are kept", group=_PICTURE, icon="keep"),
    _suite("swap", "Swap", "X", "Exchange the live and the reference picture", group=_PICTURE, icon="swap"),
    _suite("detach_live", "Live monitor apart", "Ctrl+D", "The live monitor in a window of its own, on the second display where there is one; again: back", group=_PICTURE),
    _suite("detach_reference", "Reference apart", "Ctrl+Shift+D", "The reference monitor in a window of its own, on the second display where there is one; again: back", group=_PICTURE),
    _suite("other_monitor", "Other monitor", "W", "Let the picture tools act on the other monitor", group=_PICTURE, icon="monitors"),
    _suite("window_standard", "Std", "1", "Window: as the machine shows it", group=_PICTURE),
    _suite("window_bone", "Dense", "2", "Window: dense bone spread out", group=_PICTURE),
    _suite("window_needle", "Steel", "3", "Window: needle and tip over bone", group=_PICTURE),
    _suite("window_lung", "Lung", "4", "Window: lung and rib edges", group=_PICTURE),
    _suite("window_soft", "Soft", "5", "Window: low contrast, everything at once", group=_PICTURE),
    _suite("invert", "Invert", "N", "Dense bright instead of dark; again: back", group=_PICTURE, icon="invert"),
    _suite("flip", "Flip", "H", "Exchange left and right of the picture as seen; letters follow", group=_PICTURE, icon="flip"),
    _suite("rotate", "Rotate left", "O", "Turn the picture a quarter to the left; letters follow", group=_PICTURE, icon="rotate"),
    _suite("rotate_back", "Rotate right", "Shift+O", "Turn the picture a quarter to the right", group=_PICTURE),
    _suite("zoom_in", "Zoom in", "+ =", "Larger (also the wheel without grip)", _REPEAT, group=_PICTURE, icon="zoom_in"),
    _suite("zoom_out", "Zoom out", "-", "Smaller (also the wheel without grip)", _REPEAT, group=_PICTURE, icon="zoom_out"),
    _suite("fit", "Fit", "0", "The whole picture", group=_PICTURE, icon="fit"),
    _suite("caliper", "Caliper", "C", "Measure millimetres at the isocentre: drag, or set two points; again: put it down", group=_PICTURE, icon="caliper"),
    _suite("angle", "Angle", "A", "Measure an angle: three points, the corner second; again: put it down", group=_PICTURE, icon="angle"),
    _suite("set_point", "Set measuring point", "Return", "Set the measuring point where its cross is", group=_PICTURE),
    _suite("point_right", "Point right", "Ctrl+Shift+Right", "Move the measuring point, the blades in hand, or the zoomed picture", _REPEAT, group=_PICTURE),
    _suite("point_left", "Point left", "Ctrl+Shift+Left", "Move the measuring point, the blades in hand, or the zoomed picture", _REPEAT, group=_PICTURE),
    _suite("point_up", "Point up", "Ctrl+Shift+Up", "Move the measuring point, the blades in hand, or the zoomed picture", _REPEAT, group=_PICTURE),
    _suite("point_down", "Point down", "Ctrl+Shift+Down", "Move the measuring point, the blades in hand, or the zoomed picture", _REPEAT, group=_PICTURE),
    _suite("put_down", "Put tools down", "Esc", "End measuring and cine", group=_PICTURE),
    _suite("subtract", "Subtract", "U", "Subtract the stored picture on the reference monitor from the live one; again: no longer", group=_PICTURE, icon="subtract"),
    _suite("cine_play", "Play the last run", "P", "Replay the pictures of the last run; again: pause; Esc ends", group=_PICTURE, icon="play"),
    _suite("cine_back", "Run: one back", ",", "The picture before it in the last run", _REPEAT, group=_PICTURE, icon="step_back"),
    _suite("cine_on", "Run: one on", ".", "The next picture of the last run", _REPEAT, group=_PICTURE, icon="step_on"),
    _suite("store_back", "Stored picture before", "Home", "The stored picture before it on the reference monitor", group=_PICTURE, icon="store_back"),
    _suite("store_on", "Next stored picture", "End", "The next stored picture on the reference monitor", group=_PICTURE, icon="store_on"),
    _suite("page_pictures", "Pictures", "F4", "Card: tools for pictures", group=_PICTURE),
    _suite("page_needle", "Needle", "F8", "Card: the needle in hand", group=_NEEDLE),
    _suite("tracker", "Tracked needle", "Shift+F8", "Follow a real needle on a phantom: connect a tracker, touch known points, register; again: put it away", group=_NEEDLE),
    _suite("page_syringe", "Syringe", "F9", "Card: tubing, plunger, what to inject", group=_SYRINGE),
    _suite("page_generator", "RF", "F10", "Card: stimulation and lesion", group=_GENERATOR),
    _suite("tubing", "Tubing", "Ctrl+T", "Hang the tubing with the syringe on the hub; again: take it off", group=_SYRINGE),
    _suite("electrode", "Electrode", "Shift+Z", "Put the electrode into the cannula; again: draw it", group=_GENERATOR),
    _suite("aspirate", "Aspirate", "Ctrl+A", "Draw the plunger back and look", group=_SYRINGE),
    _suite("inject", "Inject", "Ctrl+J", "Inject what is chosen; contrast is seen while the beam is on", group=_SYRINGE),
    _suite("stop_injection", "Stop", "Ctrl+Shift+J", "Stop the plunger", group=_SYRINGE),
    _suite("wait_10", "Wait 10 s", "Ctrl+W", "Let ten seconds pass at once", group=_CASE),
    _suite("wait_60", "1 min", "Ctrl+Shift+W", "Let a minute pass at once", group=_CASE),
    _suite("wait_600", "10 min", "Alt+W", "Let ten minutes pass at once", group=_CASE),
    _suite("stimulate_sensory", "50 Hz", "Ctrl+B", "One second of 50 Hz at the chosen voltage: what is felt", group=_GENERATOR),
    _suite("stimulate_motor", "2 Hz", "Ctrl+M", "One second of 2 Hz at the chosen voltage: what moves", group=_GENERATOR),
    _suite("lesion_start", "Start lesion", "Ctrl+L", "Heat as the generator is set", group=_GENERATOR),
    _suite("lesion_stop", "Stop", "Ctrl+Shift+L", "Stop the heat now", group=_GENERATOR),
    _suite("save_level", "Evidence: level", "Ctrl+F5", "Keep the held picture as the one that shows the level", group=_CASE),
    _suite("save_working", "Evidence: working view", "Ctrl+F6", "Keep the held picture as the working view", group=_CASE),
    _suite("save_hub", "Evidence: hub view", "Ctrl+F7", "Keep the held picture as the view down the hub", group=_CASE),
    _suite("save_depth", "Evidence: depth", "Ctrl+F8", "Keep the held picture as the one that shows the depth", group=_CASE),
    _suite("case_folder", "Case", "F12", "The case folder: file, talk, decision; again: put it away", group=_CASE),
    _suite("room_sheet", "Room", "Shift+F12", "Acts of the room, words with the patient, help; again: put it away", group=_CASE),
    _suite("declare", "Declare", "D", "Say that the chosen level and side is the one in the last picture", group=_CASE),
    _suite("aids", "Aids", "Shift+F6", "Practice aids: where the target lies, the next step, a pause; an aided attempt counts in no curve", group=_CASE),
    _suite("back_step", "Back one step", "Ctrl+Z", "Go on in a new attempt from before the last step; it counts in no curve", group=_CASE),
    _suite("submit", "Submit", "Ctrl+Return", "Say that the task is done; asks once", group=_CASE),
    Action("studio_undo", "Undo", ("Ctrl+Z",), Where.STUDIO, "Take the last step back", group="Studio"),
    Action("studio_redo", "Redo", ("Ctrl+Shift+Z",), Where.STUDIO, "Make the step again that was taken back", group="Studio"),
    Action("studio_try", "Try it", ("Ctrl+R",), Where.STUDIO, "Open the case as a trainee meets it; the verdict is shown while you play", group="Studio"),
    Action("studio_publish", "Publish", ("Ctrl+Return",), Where.STUDIO, "Put the case into your library, where nothing hinders it", group="Studio"),
    Action("studio_next_part", "Next part", ("Ctrl+PgDown",), Where.STUDIO, "The next part of the case", group="Studio"),
    Action("studio_part_before", "Part before", ("Ctrl+PgUp",), Where.STUDIO, "The part of the case before this one", group="Studio"),
    Action("studio_problems", "Problems", ("F6",), Where.STUDIO, "To the list of what is missing or wrong; Enter leads to the field", group="Studio"),
    Action("studio_zoom_in", "Pictures larger", ("Ctrl++", "Ctrl+="), Where.STUDIO, "Show less of the patient, larger (also the wheel)", group="Studio"),
    Action("studio_zoom_out", "Pictures smaller", ("Ctrl+-",), Where.STUDIO, "Show more of the patient (also the wheel)", group="Studio"),
    Action("mark_begin", "Begin marking", ("Ctrl+B",), Where.MARKING, "Open your queue of papers", group="Marking"),
    Action("mark_agreement", "Agreement", ("Ctrl+G",), Where.MARKING, "How raters agree, once everybody who began has finished", group="Marking"),
    Action("mark_before", "Picture before", ("Ctrl+Left",), Where.MARKING, "The picture before this one", group="Marking"),
    Action("mark_play", "Play", ("Ctrl+Space",), Where.MARKING, "Let the pictures go by, or hold", group="Marking"),
    Action("mark_next", "Next picture", ("Ctrl+Right",), Where.MARKING, "The picture after this one", group="Marking"),
    Action("mark_sign", "Sign off", ("Ctrl+Return",), Where.MARKING, "Sign your mark and go on to the next paper; it cannot be undone", group="Marking"),
    Action("mark_later", "Stop here", ("Ctrl+L",), Where.MARKING, "Back to the sessions; what is not signed is forgotten", group="Marking"),
    Action("mark_back", "Back", ("Alt+Left",), Where.MARKING, "Back to the sessions", group="Marking"),
    Action("mark_export", "Export marks (CSV)", ("Ctrl+E",), Where.MARKING, "Write every mark of this session as a table for spreadsheets", group="Marking"),
    Action("cohort_folder", "Collected attempts", ("Ctrl+O",), Where.COHORT, "Choose a folder of collected attempts: one folder in it a person, named by pseudonym", group="Cohort"),
    Action("cohort_export", "Export (CSV)", ("Ctrl+E",), Where.COHORT, "Write the numbers of this page as a table for spreadsheets", group="Cohort"),
    Action("angoff_open", "Open an exam", ("Ctrl+L",), Where.COHORT, "Open the definition of an exam whose stations are judged", group="Cohort"),
    Action("angoff_judge", "One judge more", ("Ctrl+J",), Where.COHORT, "Another row of the sheet", group="Cohort"),
    Action("angoff_attach", "Attach to the exam", ("Ctrl+Return",), Where.COHORT, "Write the exam as its next version, with this cut and its record", group="Cohort"),
    Action("again", "Again", ("Ctrl+N",), Where.SCORE, "The same scenario once more", group="Debrief"),
    Action("retry", "Retry from here", ("Ctrl+R",), Where.SCORE, "A new attempt from just before the moment that is looked at", group="Debrief"),
    Action("drill_this", "Drill this", ("Ctrl+D",), Where.SCORE, "The drill that trains what was lost here", group="Debrief"),
    Action("report", "Save report", ("Ctrl+S",), Where.SCORE, "Write the attempt's report as PDF or HTML, or its numbers as CSV", group="Debrief"),
)  # fmt: skip

BY_ID: Mapping[str, Action] = {action.id: action for action in ACTIONS}
