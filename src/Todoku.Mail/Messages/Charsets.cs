using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace Todoku.Mail.Messages;

/// <summary>
/// Makes the charsets of mail known to the runtime, which by itself has only those of Unicode and Latin-1: Japanese carriers still write ISO-2022-JP and Shift_JIS. It has to be done
/// before anything uses the mail library, whoever that is, since that remembers which charsets there are.
/// </summary>
internal static class Charsets
{
    /// <summary>Does it before anything else of this assembly runs.</summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255:The 'ModuleInitializer' attribute should not be used in libraries",
        Justification = "Whoever asks the mail library first decides for the whole process; no other moment is early enough.")]
    internal static void Register() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
}
