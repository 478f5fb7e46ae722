using Todoku.Authentication.Signatures;

namespace Todoku.Authentication.Dkim;

/// <summary>
/// Which result a reason has. A message's result is the best of its signatures' (RFC 6376, section 6.1: one that verifies is enough),
/// in the order pass, temperror (it may pass later), fail, permerror.
/// </summary>
public static class DkimResults
{
    private static readonly DkimResult[] Order = [DkimResult.Pass, DkimResult.TempError, DkimResult.Fail, DkimResult.PermError];

    /// <summary>The result of one signature.</summary>
    public static DkimResult Of(SignatureReason reason) => reason switch
    {
        SignatureReason.Verified => DkimResult.Pass,
        SignatureReason.KeyLookupFailed => DkimResult.TempError,
        SignatureReason.BodyHashMismatch or SignatureReason.SignatureMismatch => DkimResult.Fail,
        _ => DkimResult.PermError,
    };

    /// <summary>The result of a message.</summary>
    public static DkimResult Of(IReadOnlyList<SignatureCheck> signatures)
    {
        ArgumentNullException.ThrowIfNull(signatures);
        foreach (var result in Order)
        {
            foreach (var signature in signatures)
            {
                if (Of(signature.Reason) == result) return result;
            }
        }
        return DkimResult.None;
    }

    /// <summary>The word of RFC 8601.</summary>
    public static string Word(DkimResult result) => result switch
    {
        DkimResult.None => "none",
        DkimResult.Pass => "pass",
        DkimResult.Fail => "fail",
        DkimResult.TempError => "temperror",
        DkimResult.PermError => "permerror",
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };
}
