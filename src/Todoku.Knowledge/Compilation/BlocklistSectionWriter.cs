using Todoku.Knowledge.Images;
using Todoku.Knowledge.Sources;

namespace Todoku.Knowledge.Compilation;

/// <summary>Writes blocklists, their zones and what their codes mean.</summary>
internal static class BlocklistSectionWriter
{
    public static void Write(ImageBuilder image, IReadOnlyList<BlocklistDefinition> lists)
    {
        var records = new List<BlocklistRecord>();
        var zones = new List<BlocklistZoneRecord>();
        var codes = new List<BlocklistCodeRecord>();
        var steps = new List<uint>();
        for (var i = 0; i < lists.Count; i++)
        {
            records.Add(new BlocklistRecord(image.String(lists[i].Id), image.String(lists[i].Name), image.String(lists[i].Url)));
            foreach (var zone in lists[i].Zones)
            {
                zones.Add(new BlocklistZoneRecord(
                    image.String(zone.Name), image.String(zone.TestListed), image.String(zone.TestClear), (uint)i, (uint)codes.Count, (ushort)zone.Codes.Count,
                    zone.Scope, zone.Use, zone.Policy, zone.IsMajor, zone.IsAsked, zone.AsksNeighbours));
                foreach (var code in zone.Codes)
                {
                    codes.Add(new BlocklistCodeRecord(
                        image.String(code.Pattern.Text), image.String(code.Name), image.String(code.English), image.String(code.Japanese),
                        code.Pattern.Low, code.Pattern.High, (uint)steps.Count, (ushort)code.Steps.Count, code.Pattern.Bit, code.Kind));
                    steps.AddRange(code.Steps.Select(step => image.String(step.Value)));
                }
            }
        }
        image.SetList(ImageSection.Blocklists, records);
        image.SetList(ImageSection.BlocklistZones, zones);
        image.SetList(ImageSection.BlocklistCodes, codes);
        image.SetList(ImageSection.BlocklistSteps, steps);
    }
}
