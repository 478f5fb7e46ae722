using Todoku.Knowledge.Images;
using Todoku.Mail;

namespace Todoku.Knowledge.Matching;

/// <summary>
/// Whether a failure is for now: by the reply code (RFC 5321, section 4.2.1), else by the enhanced code or the logged status
/// (RFC 3463, section 3.1). Words without any code are judged by what they mean: by the rule's own word (<c>temporary</c> in its
/// file) where a cause has both (Postfix bounces a mail loop and defers an unknown transport, both are
/// <see cref="Cause.LocalConfig"/>), else by the cause.
/// </summary>
internal static class Lasting
{
    /// <param name="code">The reply code; 0 for none.</param>
    /// <param name="status">The enhanced code of the reply, else the logged status unless that is filler.</param>
    /// <param name="cause">What the words mean.</param>
    /// <param name="persistence">What the rule that found it says of words without any code.</param>
    public static bool IsTemporary(ushort code, EnhancedStatusCode status, Cause cause, Persistence persistence = Persistence.ByCause)
    {
        if (code >= 400) return code < 500;
        if (!status.IsNone) return status.Class == 4;
        if (code == 0 && persistence != Persistence.ByCause) return persistence == Persistence.Temporary;
        return cause is Cause.ConnectionTimeout or Cause.ConnectionRefused or Cause.Greylisted or Cause.RateLimited or Cause.RemoteError or Cause.TlsFailed or Cause.LocalConfig;
    }
}
