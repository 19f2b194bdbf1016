# The image of Common Ground: our jar in layers, without the embedded database and mail server.
# Only the Java version is pinned to a number, so that building again brings in the base images' security fixes.

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /source
COPY pom.xml ./
COPY .mvn .mvn
RUN mvn -B -ntp -q dependency:go-offline
COPY bpmn bpmn
COPY forms forms
COPY src src
RUN mvn -B -ntp -q package -DskipTests \
 && mv target/common-ground-*.jar common-ground.jar \
 && java -Djarmode=tools -jar common-ground.jar extract --layers --destination /layers

FROM eclipse-temurin:17-jre-jammy
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin commonground
WORKDIR /app
# what changes least comes first
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
USER 10001
EXPOSE 8080
# Ready means: it serves, and its database answers. bash speaks to the management port, which only this container reaches.
HEALTHCHECK --interval=15s --timeout=5s --start-period=120s --retries=4 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8081 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '\"status\":\"UP\"' <&3"]
ENTRYPOINT ["java", "-Duser.timezone=UTC", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "common-ground.jar"]
