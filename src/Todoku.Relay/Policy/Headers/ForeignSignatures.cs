using Todoku.Authentication.Dkim;
using Todoku.Authentication.Signatures;

namespace Todoku.Relay.Policy.Headers;

/// <summary>
/// The signatures that a message came with. A signature that lists a field once more than the message has it vouches that there is no other (RFC 6376,
/// section 8.15), so that adding one breaks it as surely as taking out one that is listed.
/// </summary>
internal sealed class ForeignSignatures
{
    /// <summary>The most signatures that are looked at.</summary>
    private const int MaxSignatures = 32;

    private readonly List<SignatureField> _signatures = [];

    public ForeignSignatures(HeaderSurvey survey)
    {
        foreach (var at in survey.Signatures)
        {
            if (_signatures.Count == MaxSignatures) break;
            // An ARC-Message-Signature lists its fields alike (RFC 8617, section 4.1.2).
            _signatures.Add(DkimSignatureParser.Parse(survey.Headers.Fields[at], at));
        }
    }

    /// <summary>The domains that DKIM signatures name (d=), each once.</summary>
    public IEnumerable<string> Domains => _signatures.Where(signature => signature.Field.Is(DkimSignatureParser.FieldName) && !signature.Domain.IsRoot).Select(signature => signature.Domain.ToString()).Distinct();

    /// <summary>The domain of a signature that lists a field; null when none does.</summary>
    public string? Covering(ReadOnlySpan<byte> name)
    {
        foreach (var signature in _signatures)
        {
            foreach (var listed in signature.SignedHeaders)
            {
                if (System.Text.Ascii.EqualsIgnoreCase(listed.Span, name)) return signature.Domain.ToString();
            }
        }
        return null;
    }
}
