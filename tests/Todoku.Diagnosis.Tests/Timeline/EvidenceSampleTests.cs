using System.Text;
using Todoku.Diagnosis.Timeline;

namespace Todoku.Diagnosis.Tests.Timeline;

public class EvidenceSampleTests
{
    [Fact]
    public void Keeps_the_first_the_last_and_some_between_in_order()
    {
        var sample = new EvidenceSample();
        for (var i = 1; i <= 1000; i++) sample.Add(Encoding.UTF8.GetBytes($"line {i}"));
        var lines = sample.ToLines().Select(line => int.Parse(line[5..])).ToArray();
        Assert.Equal(4, lines.Length);
        Assert.Equal(1, lines[0]);
        Assert.Equal(1000, lines[^1]);
        Assert.Equal(lines.Order(), lines);
        Assert.InRange(lines[1], 2, 999);
    }

    [Fact]
    public void Keeps_all_of_the_first_three()
    {
        var sample = new EvidenceSample();
        foreach (var line in (string[])["a", "b", "c"]) sample.Add(Encoding.UTF8.GetBytes(line));
        Assert.Equal(["a", "b", "c"], sample.ToLines());
    }

    [Fact]
    public void Cuts_a_line_of_ten_megabytes()
    {
        var sample = new EvidenceSample();
        sample.Add(new byte[10_000_000]);
        Assert.Equal(EvidenceSample.MaxLineLength, sample.ToLines()[0].Length);
    }
}
