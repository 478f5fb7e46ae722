using System.Globalization;
using System.Text;
using Todoku.Logs.Sources;

namespace Todoku.Logs.Tests.Sources;

/// <summary>Log lines for tests.</summary>
internal static class Lines
{
    /// <summary>RFC 3339 lines, one a minute.</summary>
    public static string Iso(string start, int count, string mark = "a") => Join(start, count, "yyyy-MM-ddTHH:mm:ssZ", mark);

    /// <summary>Traditional lines without a year, one a minute.</summary>
    public static string Traditional(string start, int count, string mark = "a") => Join(start, count, "MMM dd HH:mm:ss", mark);

    /// <summary>All that a stream gives, read in pieces of an odd size.</summary>
    public static string ReadAll(Stream stream)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[1021];
        while (stream.Read(buffer) is > 0 and var count) copy.Write(buffer, 0, count);
        return Encoding.UTF8.GetString(copy.ToArray());
    }

    /// <summary>The files of each chain by their names without the folder.</summary>
    public static string[] Chains(LogPlan plan) =>
        [.. plan.Chains.Select(chain => string.Join(" ", chain.Files.Select(file => Path.GetFileName(file.Name))))];

    private static string Join(string start, int count, string format, string mark)
    {
        var time = DateTime.Parse(start, CultureInfo.InvariantCulture);
        return string.Concat(Enumerable.Range(0, count).Select(i =>
            $"{time.AddMinutes(i).ToString(format, CultureInfo.InvariantCulture)} mail postfix/smtp[97]: {mark}{i}: status=sent (250 ok)\n"));
    }
}
