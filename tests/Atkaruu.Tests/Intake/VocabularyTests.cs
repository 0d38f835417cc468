using System.Text;
using Atkaruu.Kernel;
using Atkaruu.Modules.Bodies;
using Atkaruu.Modules.Intake;
using Atkaruu.Modules.Places;

namespace Atkaruu.Tests.Intake;

public class VocabularyTests
{
    internal static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "plans", "chon-alay-2025-2030");
    private static readonly Vocabulary Words = Vocabulary.Load(Folder);

    [Fact]
    public void The_district_has_three_municipalities_and_twenty_one_villages()
    {
        Assert.Equal("41706259000000", Words.District);
        Assert.Equal(3, Words.Places.Count(p => p.Kind == PlaceKind.Municipality));
        Assert.Equal(21, Words.Places.Count(p => p.Kind == PlaceKind.Village));
        Assert.Equal(5, Words.Places.Count(p => p.Kind == PlaceKind.Site));
    }

    [Fact]
    public void Fifteen_villages_have_a_point_and_three_of_them_are_approximate()
    {
        var villages = Words.Places.Where(p => p.Kind == PlaceKind.Village).ToList();
        Assert.Equal(15, villages.Count(v => v is { Latitude: > 39 and < 40, Longitude: > 71 and < 74, Source: not null }));
        Assert.Equal(["Жаш-Тилек", "Кашка-Суу", "Чак"], villages.Where(v => v.Quality == PointQuality.Approximate).Select(v => v.Name.Ky).Order(StringComparer.Ordinal));
        Assert.All(villages.Where(v => v.Latitude is null), v => Assert.Equal(PointQuality.Unknown, v.Quality));
    }

    [Fact]
    public void The_group_of_village_governments_has_the_three_as_members()
    {
        var group = Words.Bodies.Single(b => b.Kind == BodyKind.Group);
        Assert.Equal(["AO-CHON-ALAY", "AO-KASHKA-SUU", "AO-JEKENDI"], group.Members);
        Assert.All(group.Members, m => Assert.NotNull(Words.Bodies.Single(b => b.Code == m).Place));
    }

    [Fact]
    public void Every_name_is_there_in_three_languages_and_in_Kyrgyz_letters()
    {
        Assert.All(Words.Bodies, b => Assert.True(b.Name is { Ru: not null, En: not null } && b.ShortName is { Ru: not null, En: not null }, b.Code));
        Assert.All(Words.Places, p => Assert.True(p.Name is { Ru: not null, En: not null }, p.Code));
        Assert.DoesNotContain('ӊ', File.ReadAllText(Path.Combine(Folder, "places.geojson")) + File.ReadAllText(Path.Combine(Folder, "bodies.yaml")));
    }

    [Fact]
    public void The_outline_is_one_closed_ring_around_the_villages()
    {
        var shape = DistrictShape.Load(Folder);
        var ring = Assert.Single(shape.Rings);
        Assert.Equal(Words.District, shape.District);
        Assert.Equal(ring[0], ring[^1]);
        Assert.All(Words.Places.Where(p => p.Latitude is not null), p => Assert.True(Inside(ring, p.Longitude!.Value, p.Latitude!.Value), p.Code));
    }

    [Theory]
    [InlineData("- code: A\n  kind: Nothing\n  name: {ky: А}\n  short: {ky: А}")]
    [InlineData("- code: A\n  kind: Department\n  short: {ky: А}")]
    [InlineData("just words")]
    [InlineData("- [")]
    [InlineData("")]
    [InlineData("- {code: A, kind: Group, name: {ky: А}, short: {ky: А}, members: [B]}")]
    [InlineData("- {code: A, kind: Unnamed, name: {ky: А}, short: {ky: А}}\n- {code: A, kind: Unnamed, name: {ky: А}, short: {ky: А}}")]
    public void A_wrong_file_of_bodies_is_refused_with_a_sentence(string yaml)
    {
        var refusal = Assert.Throws<RuleException>(() => BodiesFile.Read(new StringReader(yaml), "bodies.yaml"));
        Assert.Equal("bodies.file-wrong", refusal.Sentence.Key);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"features\":[]}")]
    [InlineData("{\"features\":[{}]}")]
    [InlineData("{\"features\":[{\"properties\":{\"code\":\"1\",\"kind\":\"district\"}}]}")]
    [InlineData("{\"features\":[{\"properties\":{\"code\":\"1\",\"kind\":\"village\",\"parent\":\"2\",\"name_ky\":\"А\"}}]}")]
    [InlineData("{\"features\"")]
    public void A_wrong_file_of_places_is_refused_with_a_sentence(string json)
    {
        var refusal = Assert.Throws<RuleException>(() => PlacesFile.Read(Encoding.UTF8.GetBytes(json), "places.geojson"));
        Assert.Equal("places.file-wrong", refusal.Sentence.Key);
    }

    // A ray to the east crosses the outline an odd number of times.
    private static bool Inside(IReadOnlyList<ShapePoint> ring, double x, double y) =>
        ring.Zip(ring.Skip(1)).Count(e => (e.First.Latitude > y) != (e.Second.Latitude > y)
            && x < (e.Second.Longitude - e.First.Longitude) * (y - e.First.Latitude) / (e.Second.Latitude - e.First.Latitude) + e.First.Longitude) % 2 == 1;
}
