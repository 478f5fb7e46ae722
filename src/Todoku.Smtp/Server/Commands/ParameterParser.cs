using System.Buffers.Text;
using System.Text;
using Todoku.Smtp.Envelopes;
using Todoku.Smtp.Replies;

namespace Todoku.Smtp.Server.Commands;

/// <summary>Reads the parameters of MAIL and RCPT (RFC 5321, section 4.1.2: <c>esmtp-keyword ["=" esmtp-value]</c>). One that is not known is refused with 555.</summary>
internal static class ParameterParser
{
    private const int MaxParameters = 16;
    private const int MaxDigits = 18;

    private ref struct Reader(ReadOnlySpan<byte> text)
    {
        private ReadOnlySpan<byte> _rest = text;
        private int _count;

        public ReadOnlySpan<byte> Keyword { get; private set; }

        public ReadOnlySpan<byte> Value { get; private set; }

        public bool HasValue { get; private set; }

        public bool IsWrong { get; private set; }

        public bool MoveNext()
        {
            _rest = _rest.TrimStart((byte)' ');
            if (_rest.IsEmpty) return false;
            var end = _rest.IndexOf((byte)' ');
            var one = end < 0 ? _rest : _rest[..end];
            _rest = end < 0 ? [] : _rest[end..];
            var mark = one.IndexOf((byte)'=');
            HasValue = mark >= 0;
            Keyword = HasValue ? one[..mark] : one;
            Value = HasValue ? one[(mark + 1)..] : [];
            IsWrong = Keyword.IsEmpty || (HasValue && Value.IsEmpty) || Value.Contains((byte)'=') || ++_count > MaxParameters;
            return true;
        }

        public readonly bool Is(ReadOnlySpan<byte> keyword) => Ascii.EqualsIgnoreCase(Keyword, keyword);

        public readonly bool IsValue(ReadOnlySpan<byte> value) => Ascii.EqualsIgnoreCase(Value, value);
    }

    /// <summary>Reads the parameters of MAIL.</summary>
    /// <returns>Null, or the refusal.</returns>
    public static Reply? TryReadMail(ReadOnlySpan<byte> text, out MailParameters parameters)
    {
        parameters = MailParameters.None;
        var reader = new Reader(text);
        while (reader.MoveNext())
        {
            if (reader.IsWrong || MailParameter(parameters, reader) is not { } more) return ServerReplies.BadParameter(reader.Keyword);
            if (ReferenceEquals(more, MailParameters.None)) return ServerReplies.UnknownParameter(reader.Keyword);
            parameters = more;
        }
        return null;
    }

    // Null for a wrong or repeated one, None for one that is not known.
    private static MailParameters? MailParameter(MailParameters so, Reader one)
    {
        if (one.Is("SIZE"u8)) return so.Size is null && TryReadNumber(one.Value, out var size) ? so with { Size = size } : null;
        if (one.Is("BODY"u8)) return so.Body == BodyType.Unsaid && Body(one) is var body and not BodyType.Unsaid ? so with { Body = body } : null;
        if (one.Is("SMTPUTF8"u8)) return one.HasValue || so.IsInternational ? null : so with { IsInternational = true };
        if (one.Is("RET"u8)) return so.Return == DsnReturn.Unsaid && Return(one) is var what and not DsnReturn.Unsaid ? so with { Return = what } : null;
        if (one.Is("ENVID"u8)) return so.EnvelopeId is null && Xtext.TryDecode(one.Value, SmtpLimits.EnvelopeId, out var id) ? so with { EnvelopeId = id } : null;
        if (one.Is("REQUIRETLS"u8)) return one.HasValue || so.RequiresTls ? null : so with { RequiresTls = true };
        if (one.Is("AUTH"u8)) return so.HasAuth || !(one.IsValue("<>"u8) || Xtext.TryDecode(one.Value, SmtpLimits.OriginalRecipient, out _)) ? null : so with { HasAuth = true };
        if (one.Is("XONCE"u8)) return so.Key is null && Ascii.IsValid(one.Value) && Encoding.ASCII.GetString(one.Value) is var key && MailParameters.IsKey(key) ? so with { Key = key } : null;
        return MailParameters.None;
    }

    /// <summary>Reads the parameters of RCPT.</summary>
    /// <returns>Null, or the refusal.</returns>
    public static Reply? TryReadRecipient(ReadOnlySpan<byte> text, out RecipientParameters parameters)
    {
        parameters = RecipientParameters.None;
        var reader = new Reader(text);
        while (reader.MoveNext())
        {
            if (reader.IsWrong) return ServerReplies.BadParameter(reader.Keyword);
            if (reader.Is("NOTIFY"u8))
            {
                var notify = Notify(reader.Value);
                if (notify == DsnNotify.Unsaid || parameters.Notify != DsnNotify.Unsaid) return ServerReplies.BadParameter(reader.Keyword);
                parameters = parameters with { Notify = notify };
            }
            else if (reader.Is("ORCPT"u8))
            {
                if (parameters.OriginalRecipient is not null || !TryReadOriginal(reader.Value, out var original)) return ServerReplies.BadParameter(reader.Keyword);
                parameters = parameters with { OriginalRecipient = original };
            }
            else
            {
                return ServerReplies.UnknownParameter(reader.Keyword);
            }
        }
        return null;
    }

    /// <summary>Reads a number of octets: digits only, at most 18 of them.</summary>
    public static bool TryReadNumber(ReadOnlySpan<byte> digits, out long number)
    {
        number = 0;
        return digits.Length is > 0 and <= MaxDigits && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9') && Utf8Parser.TryParse(digits, out number, out _);
    }

    private static BodyType Body(Reader one) => one.IsValue("8BITMIME"u8) ? BodyType.EightBitMime : one.IsValue("7BIT"u8) ? BodyType.SevenBit : BodyType.Unsaid;

    private static DsnReturn Return(Reader one) => one.IsValue("FULL"u8) ? DsnReturn.Full : one.IsValue("HDRS"u8) ? DsnReturn.Headers : DsnReturn.Unsaid;

    // notify-esmtp-value = "NEVER" / 1#notify-list-element. Unsaid for what is wrong.
    private static DsnNotify Notify(ReadOnlySpan<byte> value)
    {
        var all = DsnNotify.Unsaid;
        foreach (var range in value.Split((byte)','))
        {
            var word = value[range];
            var one = Ascii.EqualsIgnoreCase(word, "NEVER"u8) ? DsnNotify.Never
                : Ascii.EqualsIgnoreCase(word, "SUCCESS"u8) ? DsnNotify.Success
                : Ascii.EqualsIgnoreCase(word, "FAILURE"u8) ? DsnNotify.Failure
                : Ascii.EqualsIgnoreCase(word, "DELAY"u8) ? DsnNotify.Delay : DsnNotify.Unsaid;
            if (one == DsnNotify.Unsaid) return DsnNotify.Unsaid;
            all |= one;
        }
        return all.HasFlag(DsnNotify.Never) && all != DsnNotify.Never ? DsnNotify.Unsaid : all;
    }

    // ORCPT = addr-type ";" xtext. RFC 6533 adds the type utf-8 whose value may hold raw octets; here only its escaped form is taken.
    private static bool TryReadOriginal(ReadOnlySpan<byte> value, out string original)
    {
        original = "";
        var mark = value.IndexOf((byte)';');
        if (mark <= 0 || mark > 40 || value[..mark].ContainsAnyExceptInRange((byte)'!', (byte)'~')) return false;
        if (!Xtext.TryDecode(value[(mark + 1)..], SmtpLimits.OriginalRecipient, out var address)) return false;
        original = $"{Encoding.ASCII.GetString(value[..mark])};{address}";
        return true;
    }
}
