using System.Collections.Frozen;
using Todoku.Knowledge.Images;

namespace Todoku.Knowledge.Words;

/// <summary>Reads the lists of words out of an image.</summary>
internal static class WordBook
{
    /// <summary>All lists by name. Words are in lower case.</summary>
    public static FrozenDictionary<string, FrozenSet<string>> Read(KnowledgeImage image)
    {
        var lists = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal);
        for (var i = 0u; i < image.WordLists.Length; i++)
        {
            ref readonly var record = ref image.WordLists[i];
            lists[image.Text(record.Id)] = image.TextList(record.Texts, out _).ToFrozenSet(StringComparer.Ordinal);
        }
        return lists.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
