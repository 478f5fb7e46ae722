namespace Todoku.Mail.Internationalized;

/// <summary>The scripts of labels that are shown.</summary>
[Flags]
internal enum LabelScript
{
    None = 0,
    Latin = 1,
    Han = 2,
    Hiragana = 4,
    Katakana = 8,
    Hangul = 16,
    Bopomofo = 32,
    Cyrillic = 64,
    Greek = 128,
    Arabic = 256,
    Hebrew = 512,
    Thai = 1024,
    Devanagari = 2048,
}
