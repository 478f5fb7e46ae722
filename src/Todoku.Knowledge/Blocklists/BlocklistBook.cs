using Todoku.Knowledge.Images;

namespace Todoku.Knowledge.Blocklists;

/// <summary>Reads the blocklists out of an image.</summary>
internal static class BlocklistBook
{
    /// <summary>All blocklists, in the order of their file.</summary>
    public static IReadOnlyList<Blocklist> Read(KnowledgeImage image)
    {
        var zones = new List<BlocklistZone>[image.Blocklists.Length];
        foreach (ref readonly var record in image.BlocklistZones.Span) (zones[record.Blocklist] ??= []).Add(Zone(image, record));
        var lists = new Blocklist[image.Blocklists.Length];
        for (var i = 0u; i < lists.Length; i++)
        {
            ref readonly var record = ref image.Blocklists[i];
            lists[i] = new Blocklist(image.Text(record.Id), image.Text(record.Name), image.Text(record.Url), zones[i] is { } own ? own : []);
        }
        return lists;
    }

    private static BlocklistZone Zone(KnowledgeImage image, in BlocklistZoneRecord record)
    {
        var codes = new BlocklistCode[record.CodeCount];
        for (var i = 0u; i < codes.Length; i++) codes[i] = Code(image, image.BlocklistCodes[record.Codes + i]);
        return new BlocklistZone
        {
            Name = image.Text(record.Name),
            Scope = record.Scope,
            Use = record.Use,
            Policy = record.Policy,
            IsMajor = record.IsMajor,
            IsAsked = record.IsAsked,
            AsksNeighbours = record.AsksNeighbours,
            TestListed = image.Text(record.TestListed),
            TestClear = image.Text(record.TestClear),
            Codes = codes,
        };
    }

    private static BlocklistCode Code(KnowledgeImage image, in BlocklistCodeRecord record)
    {
        var steps = new string[record.StepCount];
        for (var i = 0u; i < steps.Length; i++) steps[i] = image.Text(image.BlocklistSteps[record.Steps + i]);
        return new BlocklistCode(
            image.Text(record.Pattern), record.Kind, image.Text(record.Name), (image.Text(record.Meaning), image.Text(record.MeaningJapanese)), steps,
            (record.Low, record.High, record.Bit));
    }
}
