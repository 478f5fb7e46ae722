using Todoku.Smtp.Envelopes;

namespace Todoku.Relay.Sendmail;

/// <summary>The words of <c>-N</c>, <c>-R</c> and <c>-V</c> (sendmail(8), RFC 3461, section 4), in any case.</summary>
public static class DsnWords
{
    private const int LongestEnvelopeId = 100;

    /// <summary>Of what to tell; null when it is no such list.</summary>
    public static DsnNotify? Notify(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var notify = DsnNotify.Unsaid;
        foreach (var word in words.Split(','))
        {
            var one = word.Trim().ToLowerInvariant() switch
            {
                "never" => DsnNotify.Never,
                "success" => DsnNotify.Success,
                "failure" => DsnNotify.Failure,
                "delay" => DsnNotify.Delay,
                _ => DsnNotify.Unsaid,
            };
            if (one == DsnNotify.Unsaid) return null;
            notify |= one;
        }
        // NEVER stands alone.
        return notify.HasFlag(DsnNotify.Never) && notify != DsnNotify.Never ? null : notify;
    }

    /// <summary>How much comes back; null when it is no such word.</summary>
    public static DsnReturn? Return(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.ToLowerInvariant() switch
        {
            "full" => DsnReturn.Full,
            "hdrs" or "headers" => DsnReturn.Headers,
            _ => null,
        };
    }

    /// <summary>Whether a text can be the name of a message: printable ASCII, at most 100 characters.</summary>
    public static bool IsEnvelopeId(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is > 0 and <= LongestEnvelopeId && !text.AsSpan().ContainsAnyExceptInRange(' ', '~');
    }
}
