using Todoku.Knowledge.Images;
using Todoku.Knowledge.Sources;

namespace Todoku.Knowledge.Compilation;

/// <summary>Writes signers and lists of words, whose texts stand in lists: a count, then the strings.</summary>
internal static class TextListSectionWriter
{
    public static void Write(ImageBuilder image, KnowledgeSource source)
    {
        var texts = new List<uint>();
        var signers = new List<SignerRecord>();
        foreach (var signer in source.Signers)
        {
            signers.Add(new SignerRecord(image.String(signer.Id), image.String(signer.Name), (uint)texts.Count));
            foreach (var list in (IReadOnlyList<string>[])[signer.MxDomains, signer.SpfDomains, signer.Selectors]) Add(list);
        }
        var words = new List<WordListRecord>();
        foreach (var list in source.WordLists)
        {
            words.Add(new WordListRecord(image.String(list.Id), (uint)texts.Count));
            Add(list.Words);
        }
        image.SetList(ImageSection.Signers, signers);
        image.SetList(ImageSection.WordLists, words);
        image.SetList(ImageSection.TextLists, texts);

        void Add(IReadOnlyList<string> list)
        {
            texts.Add((uint)list.Count);
            texts.AddRange(list.Select(image.String));
        }
    }
}
