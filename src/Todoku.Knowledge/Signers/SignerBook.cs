using Todoku.Knowledge.Images;

namespace Todoku.Knowledge.Signers;

/// <summary>Reads the signers out of an image.</summary>
internal static class SignerBook
{
    /// <summary>All signers, in the order of their file.</summary>
    public static IReadOnlyList<Signer> Read(KnowledgeImage image)
    {
        var signers = new Signer[image.Signers.Length];
        for (var i = 0u; i < signers.Length; i++)
        {
            ref readonly var record = ref image.Signers[i];
            var mx = image.TextList(record.Texts, out var next);
            var spf = image.TextList(next, out next);
            signers[i] = new Signer(image.Text(record.Id), image.Text(record.Name), mx, spf, image.TextList(next, out _));
        }
        return signers;
    }
}
