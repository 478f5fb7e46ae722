using Todoku.Authentication.Arc;

namespace Todoku.Cli.Texts;

internal sealed class EnglishArcTexts : ArcTexts
{
    public override string Help => "Verify and seal the ARC chain of forwarded messages.";

    public override string VerifyHelp => "Verify the ARC chain of a message: who handled it, what each found, whether the chain is whole.";

    public override string SealHelp => "Add a set to the ARC chain of a message, as a server that forwards it does, and print the message.";

    public override string AuthservIdHelp => "Whose Authentication-Results to seal: the name that your server writes into that field.";

    public override string BadAuthservId(string value) => $"--authserv-id '{value}' must be a name without blanks and semicolons, usually a host name.";

    public override string Verdict(ArcResult result, int sets) => result switch
    {
        ArcResult.None => "none: the message has no ARC chain. That is no fault: only servers that forward mail add one.",
        ArcResult.Pass => $"pass: the ARC chain is whole ({sets} {(sets == 1 ? "set" : "sets")}).",
        ArcResult.Fail => "fail: the ARC chain is broken.",
    };

    public override string Reason(ArcVerification verification) => verification.Reason switch
    {
        ArcReason.NoFields => "The message has no ARC fields.",
        ArcReason.Verified => "The newest message signature and all seals verify.",
        ArcReason.AlreadyFailed => $"The newest seal (i={verification.Instance}) says cv=fail: a server before this one found the chain broken. It stays so.",
        ArcReason.UnreadableField => $"{Field(verification)}{Of(verification)} can't be read.",
        ArcReason.DuplicateField => $"There are two {Field(verification)} fields with i={verification.Instance}.",
        ArcReason.MissingField => $"The set i={verification.Instance} has no {Field(verification)}.",
        ArcReason.MissingSet => $"The set i={verification.Instance} is missing: sets must run from 1 without a gap.",
        ArcReason.TooManySets => "There are more than 50 sets, the most that is allowed.",
        ArcReason.WrongChainStatus => $"The seal i={verification.Instance} has a cv= that can't be: none belongs in the first set, pass in all others.",
        ArcReason.MessageSignature => $"The newest message signature (i={verification.Instance}) does not verify: the message was changed after that server sealed it.",
        ArcReason.Seal => $"The seal i={verification.Instance} does not verify: ARC fields were changed, or its key is not the one it was sealed with.",
        ArcReason.HeaderTooLarge => "The header of the message is larger than is read.",
    };

    public override string Set(int instance, string domain, string selector, string status) => $"Set {instance}: d={domain} s={selector} cv={status}";

    public override string OldestPass(int instance) =>
        $"The message was changed before set {instance} was added (by a mailing list, for instance): older message signatures don't verify any more. That is allowed.";

    public override string Results(string results) => $"found: {results}";

    public override string MessageSignature => "Message signature";

    public override string Seal => "Seal";

    public override string Verifies => "verifies";

    public override string NotSealedFailed => "not sealed: the chain had failed before (cv=fail), and nothing may be added to it (RFC 8617, section 5.1).";

    public override string NotSealedFull => "not sealed: the chain has 50 sets already.";

    public override string SealedFailed => "the chain was found broken and was sealed with cv=fail; todoku arc verify tells why.";

    public override string NoResults(string authservId) =>
        $"the message has no Authentication-Results of {authservId}; only the state of the chain was sealed. Let your server check SPF, DKIM and DMARC first.";

    private static string Field(ArcVerification verification) => verification.Field is { } kind ? ArcWords.NameOf(kind) : "";

    private static string Of(ArcVerification verification) => verification.Instance > 0 ? $" of the set i={verification.Instance}" : "";
}
