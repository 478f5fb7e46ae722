using Todoku.Mail;

namespace Todoku.Knowledge.Matching;

/// <summary>
/// Whether a failure is for now: by the reply code (RFC 5321, section 4.2.1), else by the enhanced code or the logged status
/// (RFC 3463, section 3.1). Words without any code are judged by what they mean: the sending server waits and tries again.
/// </summary>
internal static class Lasting
{
    public static bool IsTemporary(ushort code, EnhancedStatusCode status, Cause cause)
    {
        if (code >= 400) return code < 500;
        if (!status.IsNone) return status.Class == 4;
        return cause is Cause.ConnectionTimeout or Cause.ConnectionRefused or Cause.Greylisted or Cause.RateLimited or Cause.RemoteError or Cause.TlsFailed or Cause.LocalConfig;
    }
}
