using System.Text;

namespace Todoku.Mail.Messages;

/// <summary>
/// Makes the charsets of mail known to the runtime, which by itself has only those of Unicode and Latin-1: Japanese carriers still write ISO-2022-JP and Shift_JIS. It has to be done
/// before the mail library is first used, since that remembers which charsets there are.
/// </summary>
internal static class Charsets
{
    static Charsets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Does it, the first time.</summary>
    public static void Register()
    {
        // The static constructor did.
    }
}
