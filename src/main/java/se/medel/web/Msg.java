package se.medel.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Every text that a page or an API answer shows. To add one: (1) a method here, in the group of its page, named with the
 * group's prefix; (2) its text in {@code messages/msg_sv.properties} and (3) in {@code messages/msg_en.properties}. The
 * name is the same in all places: {@code layoutLogOut()} here, {@code layoutLogOut=Logga ut} in the files,
 * {@code {msg:layoutLogOut}} in a template. Parameters are the method's and stand as {@code {name}} in the text. A key
 * without a text, a text without a key, or a wrong parameter fails the build or a test.
 */
@MessageBundle(locale = "sv")
public interface Msg {

    // layout…: what stands around every page

    /** The language tag of the page itself, for the lang attribute. */
    @Message
    String layoutLanguage();

    @Message
    String layoutSkip();

    @Message
    String layoutTagline();

    @Message
    String layoutOtherLanguage();

    @Message
    String layoutOtherLanguageTag();

    @Message
    String layoutLogOut();

    @Message
    String layoutAccount();

    @Message
    String layoutAccountNav();

    @Message
    String layoutBreadcrumbs();

    @Message
    String layoutStart();

    @Message
    String layoutAccessibility();

    @Message
    String layoutNotice();

    @Message
    String layoutDemo();

    // form…: what every form can say

    @Message
    String formErrorTitle();

    @Message
    String formErrorPrefix();

    @Message
    String formTitlePrefix();

    @Message
    String formChoose();

    @Message
    String formAmountMissing();

    @Message
    String formAmountNotANumber();

    @Message
    String formAmountNegative();

    @Message
    String formAmountDecimals();

    @Message
    String formAmountOre();

    @Message
    String formAmountTooLarge();

    @Message
    String formCountMissing();

    @Message
    String formCountNotANumber();

    @Message
    String formCountNegative();

    @Message
    String formCountDecimals();

    @Message
    String formCountTooLarge(String most);

    // role…: the roles' names

    @Message
    String roleDistrictOfficer();

    @Message
    String roleDistrictDirector();

    @Message
    String roleOfficer();

    @Message
    String roleDirector();

    @Message
    String roleController();

    @Message
    String roleSecretary();

    @Message
    String roleAuditor();

    @Message
    String roleEvaluator();

    @Message
    String roleAdministrator();

    // login…: the log-in page

    @Message
    String loginTitle();

    @Message
    String loginIntro();

    @Message
    String loginUsername();

    @Message
    String loginPassword();

    @Message
    String loginButton();

    @Message
    String loginFailed();

    @Message
    String loginWait(String minutes);

    @Message
    String loginDemoTitle();

    @Message
    String loginDemoIntro();

    @Message
    String loginDemoCentral();

    @Message
    String loginDemoDistricts();

    @Message
    String loginDemoDistrict();

    @Message
    String loginDemoUser();

    @Message
    String loginDemoRole();

    // start…: the start page

    @Message
    String startTitle();

    @Message
    String startNothing();

    // accessibility…: the accessibility statement

    @Message
    String accessibilityTitle();

    @Message
    String accessibilityIntro();

    @Message
    String accessibilityHowTitle();

    @Message
    String accessibilityHow();

    @Message
    String accessibilityTestedTitle();

    @Message
    String accessibilityTested();

    @Message
    String accessibilityKnownTitle();

    @Message
    String accessibilityKnown();

    @Message
    String accessibilityContactTitle();

    @Message
    String accessibilityContact();

    @Message
    String accessibilityAuthority();

    // user…: the administrator's page of users

    @Message
    String userListTitle();

    @Message
    String userListIntro();

    @Message
    String userCreateLink();

    @Message
    String userCreateTitle();

    @Message
    String userUsername();

    @Message
    String userUsernameHint();

    @Message
    String userTitle();

    @Message
    String userTitleHint();

    @Message
    String userRole();

    @Message
    String userDistrict();

    @Message
    String userDistrictHint();

    @Message
    String userPassword();

    @Message
    String userNewPassword();

    @Message
    String userPasswordHint();

    @Message
    String userStatus();

    @Message
    String userActions();

    @Message
    String userActive();

    @Message
    String userInactive();

    @Message
    String userDemo();

    @Message
    String userDeactivate();

    @Message
    String userActivate();

    @Message
    String userSetPassword();

    @Message
    String userSetPasswordTitle(String username);

    @Message
    String userSave();

    @Message
    String userSavePassword();

    @Message
    String userCreated(String username);

    @Message
    String userDeactivated(String username);

    @Message
    String userActivated(String username);

    @Message
    String userPasswordSet(String username);

    // problem…: what went wrong, as the title and the text of an error page and of an API problem

    @Message
    String problemBadRequestTitle();

    @Message
    String problemBadRequest();

    @Message
    String problemUnauthorisedTitle();

    @Message
    String problemUnauthorised();

    @Message
    String problemGuessesTitle();

    @Message
    String problemGuesses();

    @Message
    String problemForbiddenTitle();

    @Message
    String problemForbidden();

    @Message
    String problemNotFoundTitle();

    @Message
    String problemNotFound();

    @Message
    String problemMethodTitle();

    @Message
    String problemMethod();

    @Message
    String problemNotAcceptableTitle();

    @Message
    String problemNotAcceptable();

    @Message
    String problemConflictTitle();

    @Message
    String problemConflict();

    @Message
    String problemTooLargeTitle();

    @Message
    String problemTooLarge();

    @Message
    String problemMediaTypeTitle();

    @Message
    String problemMediaType();

    @Message
    String problemInvalidTitle();

    @Message
    String problemInvalid();

    @Message
    String problemJsonTitle();

    @Message
    String problemJson();

    @Message
    String problemJsonField();

    @Message
    String problemInternalTitle();

    @Message
    String problemInternal();

    @Message
    String problemReference(String reference);

    @Message
    String pagesLabel();

    @Message
    String pageOf(String now, String last);

    @Message
    String pageBefore();

    @Message
    String pageAfter();
}
