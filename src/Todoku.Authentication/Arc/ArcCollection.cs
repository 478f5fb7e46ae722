using Todoku.Authentication.Signatures;
using Todoku.Mail.Messages;

namespace Todoku.Authentication.Arc;

/// <summary>Puts the ARC fields of a message together to sets (RFC 8617, section 5.2, steps 1 to 3).</summary>
internal sealed class ArcCollection
{
    private readonly Dictionary<int, HeaderField> _results = [];
    private readonly Dictionary<int, SignatureField> _signatures = [];
    private readonly Dictionary<int, (SignatureField Signature, ArcResult? Status)> _seals = [];

    public ArcCollection(MessageHeaders message)
    {
        for (var i = 0; i < message.Fields.Count; i++) Take(message.Fields[i], i);
        if (Count == 0 || Reason is not null) return;
        if (HighestInstance > ArcFieldParser.MaxInstance) Refuse(ArcReason.TooManySets, HighestInstance, null, null);
        for (var instance = HighestInstance; instance >= 1 && Reason is null; instance--) Put(instance);
        Sets.Reverse();
        if (Reason is null) CheckStatuses();
    }

    /// <summary>How many ARC fields there are.</summary>
    public int Count { get; private set; }

    /// <summary>The highest instance.</summary>
    public int HighestInstance { get; private set; }

    /// <summary>The sets, from the first.</summary>
    public List<ArcSet> Sets { get; } = [];

    /// <summary>What is wrong, or null.</summary>
    public ArcReason? Reason { get; private set; }

    /// <summary>The set it is wrong with.</summary>
    public int Instance { get; private set; }

    /// <summary>The field it is wrong with.</summary>
    public ArcFieldKind? Field { get; private set; }

    /// <summary>The signature that can't be used.</summary>
    public SignatureField? Broken { get; private set; }

    private void Take(HeaderField field, int index)
    {
        if (field.Is("ARC-Authentication-Results"u8))
        {
            Keep(_results, ArcFieldParser.InstanceOf(field), field, ArcFieldKind.AuthenticationResults, null);
        }
        else if (field.Is("ARC-Message-Signature"u8))
        {
            var (instance, signature) = ArcFieldParser.ReadMessageSignature(field, index);
            Keep(_signatures, instance, signature, ArcFieldKind.MessageSignature, signature);
        }
        else if (field.Is("ARC-Seal"u8))
        {
            var (instance, signature, status) = ArcFieldParser.ReadSeal(field, index);
            Keep(_seals, instance, (signature, status), ArcFieldKind.Seal, signature);
        }
    }

    private void Keep<T>(Dictionary<int, T> kept, int instance, T value, ArcFieldKind kind, SignatureField? signature)
    {
        Count++;
        if (instance == 0) Refuse(ArcReason.UnreadableField, 0, kind, signature);
        else if (!kept.TryAdd(instance, value)) Refuse(ArcReason.DuplicateField, instance, kind, null);
        HighestInstance = Math.Max(HighestInstance, instance);
    }

    private void Put(int instance)
    {
        var hasResults = _results.TryGetValue(instance, out var results);
        var hasSignature = _signatures.TryGetValue(instance, out var signature);
        var hasSeal = _seals.TryGetValue(instance, out var seal);
        if (!hasResults && !hasSignature && !hasSeal) Refuse(ArcReason.MissingSet, instance, null, null);
        else if (!hasResults) Refuse(ArcReason.MissingField, instance, ArcFieldKind.AuthenticationResults, null);
        else if (!hasSignature || signature is null) Refuse(ArcReason.MissingField, instance, ArcFieldKind.MessageSignature, null);
        else if (!hasSeal) Refuse(ArcReason.MissingField, instance, ArcFieldKind.Seal, null);
        else if (seal.Status is not { } status || seal.Signature.Problem is not null) Refuse(ArcReason.UnreadableField, instance, ArcFieldKind.Seal, seal.Signature);
        else Sets.Add(new ArcSet(instance, results, signature, seal.Signature, status));
    }

    // The newest seal's own word comes first: a chain that failed stays failed (RFC 8617, section 5.2, step 2).
    private void CheckStatuses()
    {
        if (Sets[^1].ChainStatus == ArcResult.Fail)
        {
            Refuse(ArcReason.AlreadyFailed, HighestInstance, ArcFieldKind.Seal, null);
            return;
        }
        foreach (var set in Sets)
        {
            if (set.ChainStatus != (set.Instance == 1 ? ArcResult.None : ArcResult.Pass)) Refuse(ArcReason.WrongChainStatus, set.Instance, ArcFieldKind.Seal, null);
        }
    }

    private void Refuse(ArcReason reason, int instance, ArcFieldKind? field, SignatureField? broken)
    {
        if (Reason is not null) return;
        (Reason, Instance, Field, Broken) = (reason, instance, field, broken);
    }
}
