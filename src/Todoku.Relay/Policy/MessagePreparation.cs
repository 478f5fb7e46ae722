using System.Text;
using Todoku.Authentication.Dkim;
using Todoku.Authentication.Signatures;
using Todoku.Mail;
using Todoku.Mail.Messages;
using Todoku.Relay.Intake;
using Todoku.Relay.Policy.Headers;
using Todoku.Relay.Policy.ReturnPaths;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Policy;

/// <summary>One message on its way through <see cref="MessagePolicy"/>.</summary>
internal sealed class MessagePreparation : IMessagePreparation
{
    private readonly Submission _submission;
    private readonly MessageHeaders _fields;
    private readonly string _received;
    private readonly string _missing;
    private readonly DomainName? _author;
    private readonly ReturnPathVerdict _returnPath;
    private readonly IReadOnlyList<(DomainName Domain, DkimSigner Signer)> _signers;
    private readonly DateTimeOffset _now;
    private readonly DkimBodyHash? _bodyHash;
    private bool _isEightBit;

    public MessagePreparation(
        Submission submission, MessageHeaders fields, string received, string missing, DomainName? author, ReturnPathVerdict returnPath,
        IReadOnlyList<(DomainName Domain, DkimSigner Signer)> signers, DateTimeOffset now)
    {
        (_submission, _fields, _received, _missing, _author, _returnPath, _signers, _now) = (submission, fields, received, missing, author, returnPath, signers, now);
        _bodyHash = signers.Count > 0 ? new DkimBodyHash(Canonicalization.Relaxed) : null;
        _isEightBit = !Ascii.IsValid(fields.Message.Span);
    }

    public ReadOnlyMemory<byte> Header => _fields.Message;

    public void Append(ReadOnlySpan<byte> body)
    {
        _bodyHash?.Append(body);
        if (!_isEightBit) _isEightBit = !Ascii.IsValid(body);
    }

    public PreparedMessage Finish()
    {
        var signatures = Sign();
        var sender = _submission.Sender?.ToString() ?? "";
        return new PreparedMessage
        {
            Prefix = Encoding.UTF8.GetBytes(signatures + _received + _missing),
            Sender = _returnPath.Sender,
            OriginalSender = _returnPath.Sender == sender && _returnPath.VerpDomain is null ? null : sender,
            VerpDomain = _returnPath.VerpDomain,
            AuthorDomain = _author?.ToString(),
            SigningDomains = [.. _signers.Select(one => one.Domain.ToString())],
            IsBulk = HeaderRepair.IsBulk(_fields),
            Needs = Needs(),
        };
    }

    public void Dispose() => _bodyHash?.Dispose();

    // A signature covers the fields that are put before the header too: a receiver sees one header.
    private string Sign()
    {
        if (_bodyHash is null) return "";
        var whole = _missing.Length == 0 ? _fields : MessageHeaders.Parse((byte[])[.. Encoding.UTF8.GetBytes(_missing), .. _fields.Message.Span]);
        if (whole.All("From"u8).Count == 0) return "";
        var hash = _bodyHash.Finish();
        return string.Concat(_signers.Select(one => one.Signer.Sign(whole, hash, _now)));
    }

    private ContentNeeds Needs()
    {
        var needs = _isEightBit ? ContentNeeds.EightBit : ContentNeeds.None;
        if (_submission.Parameters.IsInternational) needs |= ContentNeeds.Utf8;
        if (_submission.Parameters.RequiresTls) needs |= ContentNeeds.Tls;
        return needs;
    }
}
