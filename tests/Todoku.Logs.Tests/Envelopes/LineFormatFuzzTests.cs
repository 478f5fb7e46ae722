using System.Buffers;
using CsCheck;
using Todoku.Logs.Envelopes;

namespace Todoku.Logs.Tests.Envelopes;

/// <summary>Random and mutated lines: no format throws, none writes when it says no, and what it writes is one line.</summary>
public class LineFormatFuzzTests
{
    private static readonly byte[][] Seeds = [.. Directory
        .GetFiles(LineFormatCases.Folder(), "lines.txt", SearchOption.AllDirectories)
        .SelectMany(File.ReadAllLines)
        .Select(System.Text.Encoding.UTF8.GetBytes)];

    private static readonly byte[] Marks = [.. "\"\\{}[]<>:|, 0-"u8];

    private static readonly Gen<byte[]> Mutated =
        from seed in Gen.Int[0, Seeds.Length - 1].Select(index => Seeds[index])
        from edits in Gen.Select(Gen.Int[0, 400], Gen.OneOf(Gen.Byte, Gen.Int[0, Marks.Length - 1].Select(index => Marks[index]))).Array[1, 6]
        from cut in Gen.Int[0, 500]
        select Mutate(seed, edits, cut);

    [Fact]
    public void Random_bytes_never_throw() => Gen.Byte.Array[0, 300].Sample(Check, iter: 20_000);

    [Fact]
    public void Mutated_lines_never_throw() => Mutated.Sample(Check, iter: 100_000);

    private static byte[] Mutate(byte[] seed, (int At, byte Value)[] edits, int cut)
    {
        List<byte> line = [.. seed];
        foreach (var (at, value) in edits)
        {
            if (line.Count == 0) break;
            var index = at % line.Count;
            if (value % 3 == 0) line.RemoveAt(index);
            else if (value % 3 == 1) line.Insert(index, value);
            else line[index] = value;
        }
        return [.. line.Take(cut > 400 ? line.Count : Math.Max(cut, 1)).Where(value => value != '\n')];
    }

    private static void Check(byte[] line)
    {
        foreach (var format in LineFormats.All)
        {
            var output = new ArrayBufferWriter<byte>();
            var isRewritten = format.TryRewrite(line, output);
            Assert.True(isRewritten || output.WrittenCount == 0, $"{format.GetType().Name} wrote although it said no");
            Assert.False(isRewritten && output.WrittenSpan.IndexOfAny((byte)'\n', (byte)'\r') >= 0 && !line.AsSpan().Contains((byte)'\r'));
            if (isRewritten) Assert.True(output.WrittenCount <= line.Length + 64, $"{format.GetType().Name} made the line longer");
        }
    }
}
